import type { Scope } from "../../core/scope";
import { addAccount } from "../../domain/accounts/add";
import { onboardCustomer } from "../../domain/accounts/onboard";
import { getAccount } from "../../domain/accounts/read";
import { acceptAgreement, updateMargins } from "../../domain/accounts/update";
import { checkRelation } from "../../domain/associations/relation";
import { customersByName } from "../../domain/customers/pages";
import { deleteCustomer } from "../../domain/customers/remove";
import { updateCustomer } from "../../domain/customers/update";
import { type Endpoint, type Finding, serve } from "../serve";
import { activeCustomer, customerAt } from "../subject";
import * as contracts from "./customers.contract";
import { envelope, placeOf, tokenAfter } from "./pages";
import { fullCustomers } from "./spell";
import { cockpit } from "./surface";
import { inCallersWords } from "./words";

const on = serve(cockpit);

const searchFields = {
  "Company.Name": "name",
  Domain: "domain",
  InternalIdentifier: "internalIdentifier",
  ProviderCustomerId: "providerCustomerId",
} as const;

interface Company {
  companyName?: string | undefined;
  internalIdentifier?: string | null | undefined;
}

/** Under the domain's names; what is not said is left out. */
const details = <C extends Company>({ companyName, internalIdentifier, ...company }: C) => ({
  ...company,
  ...(companyName !== undefined && { name: companyName }),
  ...(internalIdentifier !== undefined && { internalIdentifier: internalIdentifier ?? "" }),
});

const list = on(contracts.listCustomers, async ({ scope, query }) => {
  const { searchValue: value, searchField, resellerId, includeDeleted, pageSize, ascending } = query;
  const search = value ? { field: searchFields[searchField], value } : undefined;
  const place = await inCallersWords(Promise.resolve(query).then(placeOf));
  const { items, total } = await customersByName(scope, { search, resellerId, includeDeleted }, place);
  const shown = items.slice(0, pageSize);
  const last = items.length > pageSize ? shown.at(-1) : undefined;
  const next = last ? tokenAfter(last, place.number, ascending) : null;
  const around = { number: place.number, pageSize, total, next };
  return envelope(await fullCustomers(scope, shown), around, last !== undefined);
});

const show = on(contracts.showCustomer, customerAt("id"), async ({ scope, subject, query }) => {
  await checkRelation(scope, subject, query.resellerId);
  const [customer] = await fullCustomers(scope, [subject]);
  return customer as NonNullable<typeof customer>;
});

const create = on(contracts.createCustomer, async ({ scope, body, now }) => {
  const { id, resellerId, providerCustomers, customerAssociations, ...company } = body;
  const entries = Object.entries(providerCustomers ?? {});
  const accounts = entries.map(([key, account]) => ({
    providerId: key.toLowerCase(),
    providerCustomerId: account.providerCustomerId,
    data: account.providerCustomerData,
    margin: account.margin,
    offerTypeMargins: account.offerTypeMargins ?? undefined,
    agreement: account.microsoftCustomerAgreement,
  }));
  const partners = customerAssociations?.map((one) => ({ resellerId: one.resellerId, name: one.name ?? "" }));
  const customer = { ...details(company), name: company.companyName, id, resellerId };
  const keys = entries.map(([key]) => key);
  return (await inCallersWords(onboardCustomer(scope, { customer, accounts, partners }, now), keys)).id;
});

const remove = on(contracts.deleteCustomer, customerAt("id"), async ({ scope, subject, now }) => {
  await deleteCustomer(scope, subject.id, now);
  return undefined;
});

const accountInfo = on(contracts.updateAccountInfo, customerAt("id"), async ({ scope, subject, body, now }) => {
  await updateCustomer(scope, subject.id, details(body.customer), now);
  return undefined;
});

const identifier = on(contracts.updateInternalIdentifier, customerAt("id"), async ({ scope, subject, body, now }) => {
  await checkRelation(scope, subject, body.resellerId);
  await updateCustomer(scope, subject.id, details({ internalIdentifier: body.internalIdentifier }), now);
  return undefined;
});

/** The customer, and its account at the provider that the path names. */
const accountAt = async ({
  scope,
  params,
  now,
}: Finding<Scope<"customers:read" | "accounts:write">, { id: string; providerInstanceId: string }>) => {
  const customer = await activeCustomer(scope, params.id, now);
  return { customer, ...(await getAccount(scope, customer.id, params.providerInstanceId)) };
};

const margins = on(contracts.updateMargins, accountAt, async ({ scope, subject: { customer, account }, body, now }) => {
  await checkRelation(scope, customer, body.resellerId);
  const { margin, offerTypeMargins } = body;
  const changes = { margin, offerTypeMargins: offerTypeMargins === null ? {} : offerTypeMargins };
  await updateMargins(scope, { customerId: customer.id, providerId: account.providerId }, changes, now);
  return undefined;
});

const agreement = on(contracts.acceptAgreement, customerAt("id"), async ({ scope, subject, body, now }) => {
  const { providerInstanceId: providerId, keepPrimaryInformation, ...acceptance } = body;
  const said = { ...acceptance, keepPrimaryInformation: keepPrimaryInformation ?? undefined };
  await inCallersWords(acceptAgreement(scope, { customerId: subject.id, providerId }, said, now));
  return undefined;
});

const instance = on(contracts.addProviderInstance, customerAt("id"), async ({ scope, subject, query, body, now }) => {
  await checkRelation(scope, subject, query.resellerId);
  const { providerInstanceId: providerId, providerCustomerData: data, margin, offerTypeMargins } = body;
  const account = { providerId, data, margin, offerTypeMargins: offerTypeMargins ?? undefined };
  await inCallersWords(addAccount(scope, subject.id, account, now));
  return undefined;
});

export const customerEndpoints: readonly Endpoint[] = [
  list,
  show,
  create,
  remove,
  accountInfo,
  identifier,
  margins,
  agreement,
  instance,
];
