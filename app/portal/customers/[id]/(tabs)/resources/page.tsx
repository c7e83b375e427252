import { AsOfForm } from "@/components/resources/as-of-form";
import { dayAfter, toDay } from "@/components/resources/day";
import { kindLabels, kinds } from "@/components/resources/kinds";
import { DifferenceTable, ResourceTable } from "@/components/resources/resource-table";
import { SharedNote } from "@/components/resources/shared-note";
import { SummaryTable } from "@/components/resources/summary-table";
import { Trend } from "@/components/resources/trend";
import { UsageExport } from "@/components/resources/usage-export";
import { type ResourceView, resourceHref, resourceQuery, resourceViewOf, unknownIn } from "@/components/resources/view";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { formatNumber } from "@/components/ui/format";
import { Input } from "@/components/ui/input";
import { GoingOnField } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState, NoPermission } from "@/components/ui/states";
import { TextLink } from "@/components/ui/text-link";
import { pageScope } from "@/lib/auth/page";
import { clock } from "@/lib/core/time";
import { Missing } from "../../../../missing";
import { type CustomerPageProps, customerOf } from "../../customer";
import { loadResources } from "./load";

export const metadata = { title: "Resources" };

const PER_PAGE = 100;

export default async function ResourcesPage({
  params,
  searchParams,
}: CustomerPageProps & { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const scope = await pageScope("resources:read");
  if (!scope) return <NoPermission need="see resources" />;
  const customer = await customerOf((await params).id);
  if (!customer) return <Missing />;
  const { id, name } = customer;
  const asked = await searchParams;
  const now = clock();
  const get = (key: string) => [asked[key]].flat().at(-1);
  const view = resourceViewOf(get, now);
  const found = await loadResources(scope, id, view, now);
  const path = `/portal/customers/${id}/resources`;
  if (found.isEmpty) {
    return (
      <EmptyState title="Nothing has run yet">
        Servers, volumes and whatever else {name} starts at its providers appears here, with what it was and is.
      </EmptyState>
    );
  }
  const unknown = unknownIn(get, view);
  if (view.project && found.projectName === undefined) unknown.push(`project=${view.project}`);
  const [first, today] = [toDay(found.first), toDay(now)];
  const pages = { from: (view.page - 1) * PER_PAGE, total: found.lines.length };
  const lines = found.lines.slice(pages.from, pages.from + PER_PAGE);
  return (
    <div className="flex flex-col gap-4">
      {unknown.length > 0 && (
        <Alert
          tone="warning"
          action={
            <LinkButton size="sm" href={path}>
              Everything
            </LinkButton>
          }
        >
          <span className="wrap-anywhere">The address asks for what there is not: {unknown.join(", ")}.</span>
        </Alert>
      )}
      <AsOfForm path={path} view={view} first={first} today={today} />
      {view.asOf && view.asOf < first && (
        <Alert>
          Nothing ran on {view.asOf}: the first resource began on {first}.
        </Alert>
      )}
      <SummaryTable providers={found.providers} total={found.total} path={path} view={view} />
      <SharedNote kinds={found.shared} />
      {found.orphans > 0 && !view.orphans && (
        <Alert
          tone="warning"
          action={
            <LinkButton
              size="sm"
              scroll={false}
              href={resourceHref(path, view, { orphans: true, kind: undefined, project: undefined })}
            >
              Show {found.orphans === 1 ? "it" : "them"}
            </LinkButton>
          }
        >
          {formatNumber(found.orphans)} {found.orphans === 1 ? "resource" : "resources"} may be left over: snapshots of
          something that has ended, volumes where no server runs.
        </Alert>
      )}
      <Card title="Over time" description={`${kindLabels[view.kind ?? "servers"]} since ${first}`}>
        <KindLinks path={path} view={view} />
        <Trend kind={view.kind ?? "servers"} points={found.trend} mark={view.asOf} />
      </Card>
      {view.kind !== "object_storage" && (
        <Card
          title={view.kind ? kindLabels[view.kind] : "Resources"}
          description={view.asOf ? `As of the end of ${view.asOf} (UTC)` : "Now"}
          actions={
            <>
              {(view.project || view.orphans) && (
                <LinkButton
                  size="sm"
                  scroll={false}
                  href={resourceHref(path, view, { project: undefined, orphans: false })}
                >
                  {view.orphans ? "Orphans" : found.projectName || "One project"} ×
                  <span className="sr-only">: show all</span>
                </LinkButton>
              )}
              <LinkButton size="sm" scroll={false} href={resourceHref(path, view, { ended: !view.ended })}>
                {view.ended ? "Hide ended ones" : "Show ended ones"}
              </LinkButton>
            </>
          }
        >
          {lines.length > 0 ? (
            <>
              <ResourceTable lines={lines} from={found.first} until={now} at={found.at} />
              {pages.total > PER_PAGE && (
                <Pagination
                  label="Pages of resources"
                  from={pages.from + 1}
                  to={pages.from + lines.length}
                  total={pages.total}
                  previous={view.page > 1 ? resourceHref(path, view, { page: view.page - 1 }) : undefined}
                  next={
                    pages.from + PER_PAGE < pages.total ? resourceHref(path, view, { page: view.page + 1 }) : undefined
                  }
                />
              )}
            </>
          ) : (
            <EmptyState title="Nothing of this ran then">Choose another day, kind or project.</EmptyState>
          )}
        </Card>
      )}
      <UsageExport customerId={id} first={found.first} now={now} />
      <Compare path={path} view={view} first={first} today={today} difference={found.difference} />
    </div>
  );
}

const KindLinks = ({ path, view }: { path: string; view: ResourceView }) => (
  <ul aria-label="Kinds" className="mb-3 flex flex-wrap gap-x-3 gap-y-1">
    {kinds.map((kind) => (
      <li key={kind}>
        <TextLink
          scroll={false}
          href={resourceHref(path, view, { kind: view.kind === kind ? undefined : kind })}
          aria-current={(view.kind ?? "servers") === kind ? "true" : undefined}
          className={(view.kind ?? "servers") === kind ? "font-semibold" : undefined}
        >
          {kindLabels[kind]}
        </TextLink>
      </li>
    ))}
  </ul>
);

/** Two days, and what changed between them. */
function Compare({
  path,
  view,
  first,
  today,
  difference,
}: {
  path: string;
  view: ResourceView;
  first: string;
  today: string;
  difference: Awaited<ReturnType<typeof loadResources>>["difference"];
}) {
  const { from: _, to: __, ...kept } = resourceQuery(view);
  const days = { from: view.from ?? toDay(dayAfter(new Date(today), -30)), to: view.to ?? today };
  const count = difference && difference.added.length + difference.ended.length + difference.resized.length;
  return (
    <Card
      id="compare"
      title="Compare two days"
      description="What was added, ended or resized between the ends of both days (UTC)."
    >
      <form action={`${path}#compare`} className="mb-3 flex flex-wrap items-end gap-2">
        <GoingOnField />
        {(["from", "to"] as const).map((name) => (
          <Field key={name} label={name === "from" ? "From" : "To"} required className="w-40">
            {(control) => (
              <Input {...control} type="date" name={name} min={first} max={today} defaultValue={days[name]} />
            )}
          </Field>
        ))}
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit">Compare</Button>
        {difference && (
          <LinkButton
            variant="ghost"
            scroll={false}
            href={resourceHref(path, view, { from: undefined, to: undefined })}
          >
            Clear
          </LinkButton>
        )}
      </form>
      {difference && count === 0 && <EmptyState title="Nothing changed between these days" />}
      {difference && count !== 0 && <DifferenceTable difference={difference} />}
    </Card>
  );
}
