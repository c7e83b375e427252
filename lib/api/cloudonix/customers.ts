import type { Scope } from "../../core/scope";
import { CONCURRENCY_LIMIT } from "../../core/settings";
import { touchCustomer } from "../../domain/activity/touch";
import type { Customer } from "../../domain/customers/customer";
import { withActivity } from "../../domain/customers/read";
import { resolveCustomer } from "../../domain/customers/resolve";
import { planOf } from "../../domain/plans/read";
import { patchCustomer } from "../../domain/settings/patch";
import { getSetting, listSettings } from "../../domain/settings/read";
import { removeSetting, setSetting } from "../../domain/settings/write";
import { type Endpoint, serve } from "../serve";
import * as contracts from "./customers.contract";
import { cloudonix } from "./surface";

const on = serve(cloudonix);

/** Whoever asks for a customer is an API event of its account, this call included. */
async function find({ scope, params, now }: { scope: Scope; params: { customer: string }; now: Date }) {
  const customer = await resolveCustomer(scope, params.customer);
  touchCustomer(scope.actor, customer.id, now);
  return withActivity(customer);
}

async function shown(scope: Scope, customer: Customer) {
  // Who may change a customer and its settings is shown what came of it.
  const reading = scope as Scope<"customers:read" | "settings:read">;
  const plan = await planOf(reading, customer);
  return {
    name: customer.name,
    uuid: customer.id,
    profile: customer.profile,
    active: customer.status !== "DISABLED",
    createdAt: customer.createdAt,
    modifiedAt: customer.modifiedAt,
    settings: await listSettings(reading, customer.id),
    lastActivity: customer.lastActivityAt,
    billingPlan: plan && { name: plan.name, concurrency: plan.concurrency },
  };
}

const show = on(contracts.showCustomer, find, ({ scope, subject }) => shown(scope, subject));

const patch = on(contracts.patchCustomer, find, async ({ scope, subject, body, now }) =>
  shown(scope, await patchCustomer(scope, subject.id, body, now)),
);

const list = on(contracts.listSettings, find, ({ scope, subject }) => listSettings(scope, subject.id));

const post = on(contracts.postSetting, find, ({ scope, subject, body, now }) =>
  setSetting(scope, subject.id, body, now),
);

const showOne = on(contracts.showSetting, find, ({ scope, subject, params }) =>
  getSetting(scope, subject.id, params.name),
);

const put = on(contracts.putSetting, find, ({ scope, subject, params, body, now }) =>
  setSetting(scope, subject.id, { name: params.name, value: body.value }, now),
);

const remove = on(contracts.deleteSetting, find, async ({ scope, subject, params, now }) => {
  await removeSetting(scope, subject.id, params.name, now);
  return undefined;
});

const showLimit = on(contracts.showLimit, find, async ({ scope, subject }) => ({
  limit: (await getSetting(scope, subject.id, CONCURRENCY_LIMIT)).value,
}));

const putLimit = on(contracts.putLimit, find, async ({ scope, subject, body, now }) => {
  await setSetting(scope, subject.id, { name: CONCURRENCY_LIMIT, value: body.limit }, now);
  return { limit: body.limit };
});

const removeLimit = on(contracts.deleteLimit, find, async ({ scope, subject, now }) => {
  await removeSetting(scope, subject.id, CONCURRENCY_LIMIT, now);
  return undefined;
});

export const endpoints: readonly Endpoint[] = [
  show,
  patch,
  list,
  post,
  showOne,
  put,
  remove,
  showLimit,
  putLimit,
  removeLimit,
];
