import Download from "lucide-react/icons/download";
import type { Metadata } from "next";
import { EntryList } from "@/components/activity/entry-list";
import { FilterForm } from "@/components/audit/filter-form";
import { AUDIT, type AuditFilters, askedOf, auditHref, filtersOf } from "@/components/audit/filters";
import { Found } from "@/components/audit/found";
import { WhichCustomer } from "@/components/audit/which-customer";
import { buttonClass } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState, ErrorState, NoPermission } from "@/components/ui/states";
import { ViewsMenu } from "@/components/views/views-menu";
import { urlOf } from "@/lib/api/call";
import { exportAudit, listAudit } from "@/lib/api/portal/activity.contract";
import { routers } from "@/lib/api/surfaces";
import { currentUser, pagePrincipal } from "@/lib/auth/page";
import { Problem } from "@/lib/core/problem";
import { may, permissions } from "@/lib/core/scope";
import { ask } from "../ask";
import { actorNames } from "./actors";
import { meantCustomers } from "./customers";
import { knownFrom } from "./known";

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
  const meant = await meantCustomers(filters);
  const [{ choices, reseller }, actors] = await Promise.all([currentUser(), actorNames()]);
  return (
    <>
      <PageHeader
        title="Audit"
        description="Everything that was changed, by whom and from where."
        actions={
          <>
            <ViewsMenu page="audit" path={AUDIT} query={new URLSearchParams(filters).toString()} />
            {meant === undefined && (
              <a
                // A download sends no header: it says in its query for which reseller.
                href={urlOf(exportAudit, {}, { ...askedOf(filters), ...(reseller && { reseller_id: reseller.id }) })}
                download
                className={buttonClass()}
              >
                <Download aria-hidden className="size-4" />
                CSV
              </a>
            )}
          </>
        }
      />
      <FilterForm
        key={JSON.stringify(filters)}
        filters={filters}
        surfaces={surfaces}
        resellers={reseller ? [] : choices.map(({ id, name }) => ({ value: id, label: name }))}
        actions={nouns}
        actors={actors}
      />
      {meant === undefined ? (
        <Entries filters={filters} cursor={cursor} />
      ) : meant.length > 0 ? (
        <WhichCustomer filters={filters} customers={meant} />
      ) : (
        <EmptyState title="No such customer" action={<LinkButton href={AUDIT}>Everything</LinkButton>}>
          None has a name, id, e-mail address or domain that begins with “{filters.customer_id}”.
        </EmptyState>
      )}
    </>
  );
}

async function Entries({ filters, cursor }: { filters: AuditFilters; cursor: string | undefined }) {
  const found = await entriesOf(filters, cursor);
  if (found instanceof Problem) {
    return (
      <ErrorState title="This filter cannot be used" action={<LinkButton href={AUDIT}>Everything</LinkButton>}>
        {found.facts.issues?.map(({ path, message }) => `${path.join(".")} ${message}.`).join(" ") ?? found.message}
      </ErrorState>
    );
  }
  const { items, next, total, names } = found;
  const [first] = items;
  if (!first) {
    return (
      <EmptyState title="Nothing fits" action={<LinkButton href={AUDIT}>Everything</LinkButton>}>
        No change that was made meets every filter.
      </EmptyState>
    );
  }
  const known = await knownFrom(names);
  return (
    <>
      <Found total={total} filters={filters} first={first} known={known} />
      <EntryList entries={items} known={known} goesOn={{ from: cursor !== undefined, to: next !== null }} />
      <nav aria-label="Pages of the audit log" className="flex justify-end gap-2 py-3">
        {cursor !== undefined && <LinkButton href={auditHref(filters)}>The latest</LinkButton>}
        {next !== null && <LinkButton href={auditHref(filters, next)}>Older</LinkButton>}
      </nav>
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
