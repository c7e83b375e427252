import type { Scope } from "../../core/scope";
import { CONCURRENCY_LIMIT } from "../../core/settings";
import { listPlans } from "../../domain/plans/read";
import { changeSetting, type ShownSetting, showSetting, showSettings } from "../../domain/settings/change";
import { concurrencyOf } from "../../domain/settings/concurrency";
import type { Incoming } from "../http";
import { type Endpoint, serve } from "../serve";
import { customerAt } from "../subject";
import * as contracts from "./limits.contract";
import { portal } from "./surface";
import { expectedVersion, versioned } from "./version";

const on = serve(portal);
/** A setting's version is the millisecond of its last change. */
const seen = (request: Incoming) => expectedVersion(request, Number.MAX_SAFE_INTEGER);
const customer = customerAt("customer_id");

/** Whoever may change a limit may see what came of it. */
const concurrency = async (scope: Scope, id: string, changed?: ShownSetting) => {
  const reading = scope as Scope<"settings:read">;
  const { decidedBy, ...rest } = await concurrencyOf(reading, id);
  const { version } = changed ?? (await showSetting(reading, id, CONCURRENCY_LIMIT));
  return versioned({ ...rest, decided_by: decidedBy, version });
};

const setting = ({ isSet, whenUnset, ...rest }: ShownSetting) => ({ ...rest, set: isSet, when_unset: whenUnset });

const showConcurrency = on(contracts.showConcurrency, customer, ({ scope, subject }) => concurrency(scope, subject.id));

const setConcurrency = on(contracts.setConcurrency, customer, async ({ scope, subject, body, request, now }) => {
  const change = { name: CONCURRENCY_LIMIT, value: body.limit };
  return concurrency(scope, subject.id, await changeSetting(scope, subject.id, change, now, seen(request)));
});

const removeConcurrency = on(contracts.removeConcurrency, customer, async ({ scope, subject, request, now }) => {
  const change = { name: CONCURRENCY_LIMIT, value: null };
  return concurrency(scope, subject.id, await changeSetting(scope, subject.id, change, now, seen(request)));
});

const list = on(contracts.listSettings, customer, async ({ scope, subject }) => ({
  items: (await showSettings(scope, subject.id)).map(setting),
}));

const show = on(contracts.showSetting, customer, async ({ scope, subject, params }) =>
  versioned(setting(await showSetting(scope, subject.id, params.name))),
);

const set = on(contracts.setSetting, customer, async ({ scope, subject, params, body, request, now }) => {
  const change = { name: params.name, value: body.value };
  return versioned(setting(await changeSetting(scope, subject.id, change, now, seen(request))));
});

const remove = on(contracts.removeSetting, customer, async ({ scope, subject, params, request, now }) => {
  const change = { name: params.name, value: null };
  return versioned(setting(await changeSetting(scope, subject.id, change, now, seen(request))));
});

const plans = on(contracts.listPlans, async ({ scope }) => ({ items: await listPlans(scope) }));

export const endpoints: readonly Endpoint[] = [
  showConcurrency,
  setConcurrency,
  removeConcurrency,
  list,
  show,
  set,
  remove,
  plans,
];
