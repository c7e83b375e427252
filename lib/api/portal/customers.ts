import { countryName } from "../../core/countries";
import type { Scope } from "../../core/scope";
import { onboardCustomer } from "../../domain/accounts/onboard";
import { changeMany } from "../../domain/customers/bulk";
import type { Customer } from "../../domain/customers/customer";
import { deletionOf, deletionOfMany } from "../../domain/customers/deletion";
import { findDuplicates } from "../../domain/customers/duplicates";
import { exportedCustomers } from "../../domain/customers/export";
import { deleteCustomer, restoreCustomer } from "../../domain/customers/remove";
import { customerFacets, type ListedCustomer, listCustomers } from "../../domain/customers/search";
import { updateCustomer } from "../../domain/customers/update";
import { resellerOf } from "../../domain/resellers/read";
import { Answer, type Endpoint, serve } from "../serve";
import { customerAt } from "../subject";
import { newAccount } from "./accounts";
import * as bulkContracts from "./bulk.contract";
import * as contracts from "./customers.contract";
import { camelKeys, snakeKeys } from "./names";
import { portal } from "./surface";
import { expectedVersion, versioned } from "./version";

const on = serve(portal);

export const shown = async (scope: Scope, customer: Customer) => {
  const { id, name, isHouse } = await resellerOf(scope, customer.resellerId);
  return {
    ...snakeKeys(customer),
    reseller: { id, name, direct: isHouse },
    country_name: countryName(customer.country),
  };
};

const listed = ({ customer, resellerName, isHouse, providers, servers, agreement }: ListedCustomer) => ({
  id: customer.id,
  name: customer.name,
  status: customer.status,
  admin: customer.admin,
  reseller: { id: customer.resellerId, name: resellerName, direct: isHouse },
  country: customer.country,
  country_name: countryName(customer.country),
  city: customer.city,
  email: customer.email,
  tax_id: customer.taxId,
  external_id: customer.externalId,
  internal_identifier: customer.internalIdentifier,
  providers,
  servers,
  agreement,
  created_at: customer.createdAt,
  last_activity_at: customer.lastActivityAt,
  deleted_at: customer.deletedAt,
  version: customer.version,
});

const pick = <T extends { id: string }>(row: T, fields: readonly string[] | undefined): Partial<T> & { id: string } =>
  fields
    ? // What is kept of a row is a part of it.
      ({ ...Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name))), id: row.id } as T)
    : row;

export const filterOf = ({
  q,
  status,
  country,
  reseller_id,
  provider_id,
  agreement,
  attention,
  deleted,
}: contracts.CustomerFilter) => ({
  q: q || undefined,
  statuses: status,
  countries: country,
  resellerIds: reseller_id,
  providerIds: provider_id,
  agreements: agreement,
  attentions: attention,
  deleted,
});

const list = on(contracts.listCustomers, async ({ scope, query: { sort, cursor, limit, fields, ...filter } }) => {
  const page = await listCustomers(scope, { ...filterOf(filter), order: contracts.orderOf(sort), cursor, limit });
  return {
    ...page,
    items: page.items.map((row) => pick(listed(row), fields)),
  };
});

const facets = on(contracts.showFacets, async ({ scope, query }) => {
  const found = await customerFacets(scope, filterOf(query));
  return {
    status: found.statuses,
    country: found.countries,
    reseller_id: found.resellerIds,
    provider_id: found.providerIds,
    agreement: found.agreements,
    attention: found.attentions,
  };
});

const exported = on(contracts.exportCustomers, async ({ scope, query: { sort, ...filter }, now }) => {
  const name = `customers-${now.toISOString().slice(0, 10)}.csv`;
  return new Answer(exportedCustomers(scope, { ...filterOf(filter), order: contracts.orderOf(sort) }), {
    "content-disposition": `attachment; filename="${name}"`,
  });
});

const alikeNames = { name: "name", taxId: "tax_id", email: "email", domain: "domain" } as const;

const duplicates = on(contracts.findDuplicates, async ({ scope, query: { except, ...given } }) => ({
  items: (await findDuplicates(scope, camelKeys(given), except)).map(({ customer, alike }) => ({
    ...snakeKeys(customer),
    alike: alike.map((likeness) => alikeNames[likeness]),
  })),
}));

const create = on(contracts.createCustomer, async ({ scope, body, now }) => {
  const { accounts, partners, reseller_id, ...details } = body;
  const customer = await onboardCustomer(
    scope,
    {
      customer: { ...camelKeys(details), resellerId: reseller_id ?? undefined },
      accounts: accounts?.map((account) => newAccount(account, now)),
      partners: partners?.map(camelKeys),
    },
    now,
  );
  const { output, headers } = versioned(await shown(scope, customer));
  return new Answer(output, { ...headers, location: `/api/v1/customers/${customer.id}` });
});

const show = on(contracts.showCustomer, customerAt("id"), async ({ scope, subject }) =>
  versioned(await shown(scope, subject)),
);

const update = on(contracts.updateCustomer, customerAt("id"), async ({ scope, subject, body, request, now }) => {
  const version = expectedVersion(request);
  return versioned(await shown(scope, await updateCustomer(scope, subject.id, camelKeys(body), now, { version })));
});

const remove = on(contracts.deleteCustomer, customerAt("id"), async ({ scope, subject, request, now }) => {
  await deleteCustomer(scope, subject.id, now, expectedVersion(request));
  return undefined;
});

const restore = on(contracts.restoreCustomer, async ({ scope, params, request, now }) =>
  versioned(await shown(scope, await restoreCustomer(scope, params.id, now, expectedVersion(request)))),
);

const deletion = on(contracts.previewDeletion, customerAt("id"), async ({ scope, subject, now }) =>
  snakeKeys(await deletionOf(scope, subject, now)),
);

const bulkDeletion = on(bulkContracts.previewBulk, async ({ scope, body, now }) =>
  snakeKeys(await deletionOfMany(scope, body.ids, now)),
);

const bulk = on(bulkContracts.changeMany, async ({ scope, body: { ids, ...what }, now }) => {
  const results = (await changeMany(scope, ids, what, now)).map(({ id, problem }) => ({
    id,
    ok: problem === undefined,
    code: problem?.code ?? null,
    detail: problem?.message ?? null,
  }));
  const done = results.filter(({ ok }) => ok).length;
  return { done, failed: results.length - done, results };
});

export const endpoints: readonly Endpoint[] = [
  list,
  facets,
  exported,
  duplicates,
  create,
  show,
  update,
  remove,
  restore,
  deletion,
  bulkDeletion,
  bulk,
];
