import type { AnyScope } from "../../core/scope";
import { type AccountAt, agreementOf, marginOf } from "../../domain/accounts/account";
import { addAccount, type NewAccount as Planned } from "../../domain/accounts/add";
import { allowProvider, disallowProvider } from "../../domain/accounts/allow";
import { accountsOf, getAccount } from "../../domain/accounts/read";
import { removeAccount } from "../../domain/accounts/remove";
import { acceptAgreement, checkAgreed, updateData, updateMargins } from "../../domain/accounts/update";
import { versionOf } from "../../domain/collections/version";
import { providersFor } from "../../domain/providers/read";
import { type Endpoint, serve } from "../serve";
import { customerAt } from "../subject";
import * as contracts from "./accounts.contract";
import { camelKeys, snakeKeys } from "./names";
import { portal } from "./surface";
import { expectedVersion, versioned } from "./version";

const on = serve(portal);
const customer = customerAt("customer_id");

/** A new account as the domain takes it. */
export const newAccount = ({ agreement, ...account }: contracts.NewAccount, now: Date): Planned => ({
  ...camelKeys(account),
  agreement: agreement && {
    ...camelKeys(agreement),
    signatory: agreement.signatory && camelKeys(agreement.signatory),
    updatedAt: now,
  },
});

const shown = ({ account, provider }: AccountAt) => {
  const agreement = agreementOf(account);
  return {
    ...snakeKeys(account),
    provider: { id: account.providerId, name: provider.name, kind: provider.kind },
    margin: marginOf(account),
    agreement: agreement && {
      ...snakeKeys(agreement),
      signatory: agreement.signatory && snakeKeys(agreement.signatory),
    },
  };
};

const found = ({ scope, params, now }: Parameters<typeof customer>[0] & { params: { provider_id: string } }) =>
  customer({ scope, params, now }).then(async ({ id: customerId }) => {
    const providerId = params.provider_id;
    return { place: { customerId, providerId }, at: await getAccount(scope, customerId, providerId) };
  });

const list = on(contracts.listAccounts, customer, async ({ scope, subject }) => ({
  items: (await accountsOf(scope, subject.id)).map(shown),
}));

const show = on(contracts.showAccount, found, async ({ subject }) => versioned(shown(subject.at)));

const add = on(contracts.addAccount, customer, async ({ scope, subject, body, now }) => {
  const { providerId } = await addAccount(scope, subject.id, newAccount(body, now), now);
  return versioned(shown(await getAccount(scope, subject.id, providerId)));
});

const remove = on(contracts.removeAccount, found, async ({ scope, subject, request }) => {
  await removeAccount(scope, subject.place, expectedVersion(request));
  return undefined;
});

const margins = on(contracts.setMargins, found, async ({ scope, subject: { place, at }, body, request, now }) => {
  const account = await updateMargins(scope, place, camelKeys(body), now, expectedVersion(request));
  return versioned(shown({ ...at, account }));
});

const data = on(contracts.setData, found, async ({ scope, subject: { place, at }, body, request, now }) => {
  const account = await updateData(scope, place, camelKeys(body), now, expectedVersion(request));
  return versioned(shown({ ...at, account }));
});

const agreement = on(
  contracts.acceptAgreement,
  found,
  async ({ scope, subject: { place, at }, body, request, now }) => {
    checkAgreed(body.agreement_date, ["agreement_date"], now);
    const account = await acceptAgreement(scope, place, camelKeys(body), now, expectedVersion(request));
    return versioned(shown({ ...at, account }));
  },
);

/** Whoever may change them may see what came of it. */
const allowed = async (scope: AnyScope, customerId: string) => {
  const version = await versionOf(scope, customerId, "allowed_provider");
  return versioned({ items: (await providersFor(scope, customerId)).map(snakeKeys), version });
};

const providers = on(contracts.listAllowed, customer, ({ scope, subject }) => allowed(scope, subject.id));

const allow = on(contracts.allowProvider, customer, async ({ scope, subject, params, request, now }) => {
  const place = { customerId: subject.id, providerId: params.provider_id };
  await allowProvider(scope, place, now, expectedVersion(request));
  return allowed(scope, subject.id);
});

const disallow = on(contracts.disallowProvider, customer, async ({ scope, subject, params, request }) => {
  const place = { customerId: subject.id, providerId: params.provider_id };
  await disallowProvider(scope, place, expectedVersion(request));
  return allowed(scope, subject.id);
});

export const endpoints: readonly Endpoint[] = [
  list,
  show,
  add,
  remove,
  margins,
  data,
  agreement,
  providers,
  allow,
  disallow,
];
