import Download from "lucide-react/icons/download";
import { EntryList } from "@/components/activity/entry-list";
import { buttonClass } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState, ErrorState, NoPermission } from "@/components/ui/states";
import { urlOf } from "@/lib/api/call";
import { exportAudit, listActivity } from "@/lib/api/portal/activity.contract";
import { pagePrincipal } from "@/lib/auth/page";
import { Problem } from "@/lib/core/problem";
import { may } from "@/lib/core/scope";
import { ask } from "../../../../ask";
import { knownFrom } from "../../../../audit/known";
import { Missing } from "../../../../missing";
import { type CustomerPageProps, customerOf } from "../../customer";

export const metadata = { title: "Activity" };

export default async function ActivityPage({
  params,
  searchParams,
}: CustomerPageProps & { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  if (!may(await pagePrincipal(), "audit:read")) return <NoPermission need="see what was done" />;
  const customer = await customerOf((await params).id);
  if (!customer) return <Missing />;
  const { id } = customer;
  const cursor = [(await searchParams).cursor].flat().at(-1);
  const path = `/portal/customers/${id}/activity`;
  const found = await entriesOf(id, cursor);
  if (!found) {
    return (
      <ErrorState title="This page of the log cannot be shown" action={<LinkButton href={path}>The latest</LinkButton>}>
        The address is not whole.
      </ErrorState>
    );
  }
  const { items, next, names } = found;
  if (items.length === 0) return <EmptyState title="Nothing was done yet" />;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap justify-end gap-2">
        <LinkButton size="sm" href={`/portal/audit?customer_id=${id}`}>
          Filter in the audit log
        </LinkButton>
        <a href={urlOf(exportAudit, {}, { customer_id: id })} download className={buttonClass("secondary", "sm")}>
          <Download aria-hidden className="size-4" />
          CSV
        </a>
      </div>
      <EntryList
        entries={items}
        known={await knownFrom(names)}
        goesOn={{ from: cursor !== undefined, to: next !== null }}
      />
      <nav aria-label="Pages of activity" className="flex justify-end gap-2">
        {cursor !== undefined && <LinkButton href={path}>The latest</LinkButton>}
        {next !== null && <LinkButton href={`${path}?cursor=${encodeURIComponent(next)}`}>Older</LinkButton>}
      </nav>
    </div>
  );
}

/** Undefined where the cursor is none of ours. */
async function entriesOf(id: string, cursor: string | undefined) {
  try {
    return await ask(listActivity, { params: { customer_id: id }, query: cursor ? { cursor } : {} });
  } catch (error) {
    if (error instanceof Problem && error.code === "request.invalid") return undefined;
    throw error;
  }
}
