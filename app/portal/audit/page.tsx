import Download from "lucide-react/icons/download";
import type { Metadata } from "next";
import { EntryList } from "@/components/activity/entry-list";
import { FilterForm } from "@/components/audit/filter-form";
import { AUDIT, type AuditFilters, askedOf, auditHref, filtersOf } from "@/components/audit/filters";
import { buttonClass, LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState, ErrorState, NoPermission } from "@/components/ui/states";
import { ViewsMenu } from "@/components/views/views-menu";
import { urlOf } from "@/lib/api/call";
import { exportAudit, listAudit } from "@/lib/api/portal/activity.contract";
import { routers } from "@/lib/api/surfaces";
import { chosenReseller, pagePrincipal } from "@/lib/auth/page";
import { Problem } from "@/lib/core/problem";
import { may, permissions } from "@/lib/core/scope";
import { ask } from "../ask";
import { namesInLog } from "./names";

export const metadata: Metadata = { title: "Audit" };

const surfaces = Object.values(routers).map(({ surface }) => ({ value: surface.name, label: surface.title }));
/** What is changed is called in the log as it is called in permissions, but for the number. */
const nouns = permissions
  .filter((permission) => permission.endsWith(":write"))
  .map((permission) => permission.replace(/s:write$|:write$/, ""));

export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  if (!may(await pagePrincipal(), "audit:read")) return <NoPermission need="see the audit log" />;
  const asked = await searchParams;
  // The last of several values, as elsewhere: an address is made by people, too.
  const one = (name: string) => [asked[name]].flat().at(-1);
  const filters = filtersOf(one);
  const cursor = one("cursor");
  const [found, names] = await Promise.all([entriesOf(filters, cursor), namesInLog()]);
  return (
    <>
      <PageHeader
        title="Audit"
        description="Everything that was changed, by whom and from where."
        actions={
          <>
            <ViewsMenu page="audit" path={AUDIT} query={new URLSearchParams(filters).toString()} />
            <a
              // A download sends no header: it says in its query for which reseller.
              href={urlOf(exportAudit, {}, { ...askedOf(filters), reseller_id: await chosenReseller() })}
              download
              className={buttonClass()}
            >
              <Download aria-hidden className="size-4" />
              CSV
            </a>
          </>
        }
      />
      <FilterForm key={JSON.stringify(filters)} filters={filters} surfaces={surfaces} actions={nouns} />
      {found instanceof Problem ? (
        <ErrorState title="This filter cannot be used" action={<LinkButton href={AUDIT}>Everything</LinkButton>}>
          {found.facts.issues?.map(({ path, message }) => `${path.join(".")} ${message}.`).join(" ") ?? found.message}
        </ErrorState>
      ) : found.items.length === 0 ? (
        <EmptyState title="Nothing fits" action={<LinkButton href={AUDIT}>Everything</LinkButton>}>
          No change that was made meets every filter.
        </EmptyState>
      ) : (
        <>
          <EntryList entries={found.items} names={names} across />
          <nav aria-label="Pages of the audit log" className="flex justify-end gap-2 py-3">
            {cursor !== undefined && <LinkButton href={auditHref(filters)}>The latest</LinkButton>}
            {found.next !== null && <LinkButton href={auditHref(filters, found.next)}>Older</LinkButton>}
          </nav>
        </>
      )}
    </>
  );
}

/** What the address asks for, or what is wrong with the address. */
async function entriesOf(filters: AuditFilters, cursor: string | undefined) {
  try {
    return await ask(listAudit, { query: { ...askedOf(filters), cursor } });
  } catch (error) {
    if (error instanceof Problem && error.code === "request.invalid") return error;
    throw error;
  }
}
