import type { Metadata } from "next";
import { type Act, actsOf } from "@/components/activity/acts";
import { Attention } from "@/components/overview/attention";
import { LastChanges } from "@/components/overview/last-changes";
import { LiveTable } from "@/components/overview/live-table";
import { statusLabel } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Stat } from "@/components/ui/stat";
import { NoPermission } from "@/components/ui/states";
import { type AuditEntry, listAudit } from "@/lib/api/portal/activity.contract";
import { showOverview } from "@/lib/api/portal/overview.contract";
import { currentUser, pagePrincipal } from "@/lib/auth/page";
import { may } from "@/lib/core/scope";
import { ask } from "./ask";
import { knownFrom } from "./audit/known";

export const metadata: Metadata = { title: "Overview" };

const statuses = ["ACTIVE", "CONFIGURED", "DISABLED"] as const;
const hints = { ACTIVE: "May use what they have", CONFIGURED: "Not begun yet", DISABLED: "Switched off" };

const SHOWN = 8;

/** Sign-ins change nothing. */
function lastActs({ items, next }: { items: readonly AuditEntry[]; next: string | null }): Act[] {
  const told = items.filter(({ action }) => action !== "user.sign_in");
  return actsOf(told, { from: false, to: next !== null }).slice(0, SHOWN);
}

export default async function OverviewPage() {
  const principal = await pagePrincipal();
  if (!may(principal, "customers:read", "resources:read"))
    return <NoPermission need="see customers" action={<LinkButton href="/portal/account">Your account</LinkButton>} />;
  const [{ reseller, cspName }, { customers, live, attention }, latest] = await Promise.all([
    currentUser(),
    ask(showOverview, {}),
    may(principal, "audit:read") ? ask(listAudit, { query: { limit: 200 } }) : undefined,
  ]);
  const all = statuses.reduce((sum, status) => sum + customers[status], 0);
  return (
    <>
      <PageHeader
        title="Overview"
        description={reseller?.name ?? `All resellers of ${cspName}`}
        actions={
          may(principal, "customers:write", "accounts:write") && (
            <LinkButton href="/portal/customers/new" variant="primary">
              New customer
            </LinkButton>
          )
        }
      />
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat label="Customers" value={all} hint="All that are not deleted" href="/portal/customers" />
        {statuses.map((status) => (
          <Stat
            key={status}
            label={statusLabel(status)}
            value={customers[status]}
            hint={hints[status]}
            href={`/portal/customers?status=${status}`}
          />
        ))}
      </div>
      <div className="mt-6 grid items-start gap-6 xl:grid-cols-[2fr_1fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <section aria-labelledby="attention">
            <h2 id="attention" className="mb-2 font-semibold">
              Needs attention
            </h2>
            <Attention attention={attention} />
          </section>
          <section aria-labelledby="live">
            <h2 id="live" className="mb-2 font-semibold">
              Live resources
            </h2>
            <LiveTable live={live} />
          </section>
        </div>
        {latest && <LastChanges acts={lastActs(latest)} known={await knownFrom(latest.names)} />}
      </div>
    </>
  );
}
