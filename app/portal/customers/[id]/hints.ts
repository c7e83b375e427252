import type { Hint } from "@/components/customers/hints";
import { listAccounts } from "@/lib/api/portal/accounts.contract";
import { showCapacity } from "@/lib/api/portal/belongings.contract";
import { showConcurrency } from "@/lib/api/portal/limits.contract";
import { pagePrincipal, pageScope } from "@/lib/auth/page";
import { may } from "@/lib/core/scope";
import { isNearPlan } from "@/lib/core/settings";
import { clock } from "@/lib/core/time";
import { orphansOf } from "@/lib/domain/resources/orphans";
import { resourcesOf } from "@/lib/domain/resources/read";
import { ask } from "../../ask";

const counted = (href: string, count: number, one: string, many: string): Hint[] =>
  count === 0 ? [] : [{ href, text: count === 1 ? `1 ${one}` : `${count} ${many}` }];

/** What of a customer needs attention, as far as the reader may see it, each with the tab where it is put right. */
export async function hintsOf(id: string): Promise<Hint[]> {
  const principal = await pagePrincipal();
  const page = `/portal/customers/${id}`;
  const of = { params: { customer_id: id } };
  const [accounts, limit, capacity, orphans] = await Promise.all([
    may(principal, "accounts:read") ? ask(listAccounts, of) : undefined,
    may(principal, "settings:read") ? ask(showConcurrency, of) : undefined,
    may(principal, "capacity:read") ? ask(showCapacity, of) : undefined,
    pageScope("resources:read").then(async (scope) => scope && orphansOf(await resourcesOf(scope, id), clock())),
  ]);
  const states = accounts?.items ?? [];
  const unsigned = states.filter(
    ({ agreement }) => agreement?.status === "required" || agreement?.status === "linkexpired",
  );
  const over = capacity?.totals.filter(({ available, consumed }) => consumed > available) ?? [];
  return [
    ...counted(
      `${page}/providers`,
      states.filter(({ state }) => state === "error").length,
      "provider account in error",
      "provider accounts in error",
    ),
    ...counted(`${page}/providers`, unsigned.length, "agreement to be signed", "agreements to be signed"),
    ...limitHints(`${page}/limits`, limit),
    ...counted(
      `${page}/capacity`,
      over.length,
      "unit type with more consumed than available",
      "unit types with more consumed than available",
    ),
    ...counted(
      `${page}/resources?orphans=true`,
      orphans ? orphans.size : 0,
      "resource that may be left over",
      "resources that may be left over",
    ),
  ];
}

function limitHints(
  href: string,
  limit: { own: number | null; effective: number | null; plan: { concurrency: number | null } | null } | undefined,
): Hint[] {
  if (limit?.effective === 0) return [{ href, text: "Every call is blocked" }];
  if (!limit?.own || !isNearPlan(limit.own, limit.plan?.concurrency ?? null)) return [];
  return [{ href, text: "Its limit is near the plan's or above" }];
}
