import type { Scope } from "../../core/scope";
import { listAccounts as listProviderAccounts, liveServers } from "../../domain/accounts/read";
import { createCustomer } from "../../domain/customers/create";
import type { Customer } from "../../domain/customers/customer";
import { allCustomers, pageOfCustomers } from "../../domain/customers/read";
import { deleteCustomer } from "../../domain/customers/remove";
import { updateCustomer } from "../../domain/customers/update";
import { listOpenProviders, listProvidersAllowedTo, type Provider } from "../../domain/providers/read";
import { Answer, type Endpoint, Stream, serve } from "../serve";
import { customerAt } from "../subject";
import * as contracts from "./customers.contract";
import { imco } from "./surface";

const listed = (customer: Customer) => ({
  id: customer.id,
  name: customer.name,
  external_id: customer.externalId,
  licensing_enabled: customer.licensingEnabled,
  admin: customer.admin,
  skin_names: customer.skinNames,
  resource_type: "customer" as const,
});

const shown = async (scope: Scope, customer: Customer) => ({
  ...listed(customer),
  resource_usage: Object.fromEntries(
    (await liveServers(scope, customer.id)).map(({ accountId, servers }) => [accountId, { servers }]),
  ),
});

const cloudProvider = (provider: Provider) => ({
  id: provider.id,
  name: provider.name,
  disambiguation: provider.disambiguation,
  required_credentials: provider.requiredCredentials,
  discoverable: provider.discoverable,
  cse_syntax: provider.cseSyntax,
  standalone_incompatible: provider.standaloneIncompatible,
  resource_type: "cloud_provider" as const,
});

interface Inputs {
  name?: string | undefined;
  skin_names?: string[] | undefined;
  external_id?: string | null | undefined;
  licensing_enabled?: boolean | undefined;
  external_metadata?: Record<string, unknown> | undefined;
}

const given = (inputs: Inputs) => ({
  ...(inputs.skin_names && { skinNames: inputs.skin_names }),
  ...(inputs.external_id !== undefined && { externalId: inputs.external_id || null }),
  ...(inputs.licensing_enabled !== undefined && { licensingEnabled: inputs.licensing_enabled }),
  ...(inputs.external_metadata && { externalMetadata: inputs.external_metadata }),
});

/** The page: licensing is gone from version 10.3 onwards. */
const deprecation = ({ licensing_enabled }: Inputs): Record<string, string> =>
  licensing_enabled === undefined ? {} : { deprecation: "true" };

const on = serve(imco);

const list = on(contracts.listCustomers, async ({ scope, query, request }) => {
  if (query.page === undefined && query.per_page === undefined) {
    return new Stream(mapped(allCustomers(scope)));
  }
  const { page = 1, per_page = 100 } = query;
  const { items, total } = await pageOfCustomers(scope, page, per_page);
  return new Answer(items.map(listed), {
    "x-total-count": String(total),
    link: links(request.url, page, per_page, Math.max(1, Math.ceil(total / per_page))),
  });
});

async function* mapped(chunks: AsyncIterable<Customer[]>) {
  for await (const chunk of chunks) yield chunk.map(listed);
}

/** RFC 8288. */
function links(url: string, page: number, perPage: number, last: number): string {
  const to = (target: number, rel: string) => {
    const query = new URLSearchParams({ page: String(target), per_page: String(perPage) });
    return `<${url.split("?")[0]}?${query}>; rel="${rel}"`;
  };
  return [
    to(1, "first"),
    ...(page > 1 ? [to(Math.min(page - 1, last), "prev")] : []),
    ...(page < last ? [to(page + 1, "next")] : []),
    to(last, "last"),
  ].join(", ");
}

const show = on(contracts.showCustomer, customerAt("id"), ({ scope, subject }) => shown(scope, subject));

const create = on(contracts.createCustomer, async ({ scope, body, now }) => {
  const customer = await createCustomer(scope, { name: body.name, ...given(body) }, now);
  return new Answer(await shown(scope, customer), deprecation(body));
});

const update = on(contracts.updateCustomer, customerAt("id"), async ({ scope, subject, body, now }) => {
  const changes = { ...(body.name && { name: body.name }), ...given(body) };
  const customer = await updateCustomer(scope, subject.id, changes, now);
  return new Answer(await shown(scope, customer), deprecation(body));
});

const destroy = on(contracts.destroyCustomer, customerAt("id"), async ({ scope, subject, now }) => {
  await deleteCustomer(scope, subject.id, now);
  return undefined;
});

const allowedProviders = on(contracts.listAllowedProviders, customerAt("customer_id"), async ({ scope, subject }) =>
  (await listProvidersAllowedTo(scope, subject.id)).map(cloudProvider),
);

const ping = on(contracts.ping, async () => ({}));

const openProviders = on(contracts.listProviders, async ({ scope }) =>
  (await listOpenProviders(scope)).map(cloudProvider),
);

const accounts = on(contracts.listAccounts, async ({ scope }) =>
  (await listProviderAccounts(scope)).map(({ account, providerName }) => ({
    id: account.id,
    cloud_provider_id: account.providerId,
    name: providerName,
    // What is done with the account just now: nothing, ever, since no call leaves work behind.
    state: "idle" as const,
    resource_type: "cloud_account" as const,
  })),
);

export const endpoints: readonly Endpoint[] = [
  list,
  show,
  create,
  update,
  destroy,
  allowedProviders,
  ping,
  openProviders,
  accounts,
];
