import dynamic from "next/dynamic";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/choice";
import { cn } from "@/components/ui/cn";
import { keepScroll } from "@/components/ui/keep-scroll";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { TimeAgo } from "@/components/ui/values";
import type { Chosen } from "./bulk";
import type { Column, Listed } from "./columns";
import { daysLeft } from "./retention";
import type { Go } from "./toolbar";
import { changed, hrefOf, nextSort, type View } from "./view";

const RestoreButton = dynamic(() => import("./restore-button"), { ssr: false });

/** The name stays in sight while the other columns scroll past it. */
const stuck = "sticky left-0 z-1 bg-inherit px-2!";

export function CustomerTable({
  items,
  columns,
  view,
  go,
  mayWrite,
  chosen,
  onChoose,
}: {
  items: readonly Listed[];
  columns: readonly Column[];
  view: View;
  go: Go;
  mayWrite: boolean;
  /** Over all pages. */
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}) {
  const here = items.filter(({ id }) => chosen.has(id)).length;
  const choose = (rows: readonly Listed[], on: boolean) => {
    const after = new Map(chosen);
    for (const { id, name = "" } of rows) on ? after.set(id, name) : after.delete(id);
    onChoose(after);
  };
  const sortOf = (name: string) =>
    view.sort === name ? "ascending" : view.sort === `-${name}` ? "descending" : undefined;
  const sortHref = (name: string, downFirst = false) =>
    hrefOf(changed(view, { sort: nextSort(view.sort, name, downFirst) }));
  return (
    <Table label="Customers" fit box={keepScroll}>
      <TableHead>
        {mayWrite && (
          <HeadCell className="w-8">
            <Checkbox
              aria-label="Select all on this page"
              checked={here === items.length}
              indeterminate={here > 0 && here < items.length}
              onChange={(event) => choose(items, event.target.checked)}
            />
          </HeadCell>
        )}
        <HeadCell href={sortHref("name")} onFollow={go} sort={sortOf("name")} className={stuck}>
          Name
        </HeadCell>
        {view.deleted && (
          <HeadCell href={sortHref("deleted_at", true)} onFollow={go} sort={sortOf("deleted_at")}>
            Deleted
          </HeadCell>
        )}
        {view.deleted && mayWrite && <HeadCell>Restore</HeadCell>}
        {columns.map(({ name, label, numeric, downFirst, unsorted, second }) => (
          <HeadCell
            key={name}
            numeric={numeric}
            href={unsorted ? undefined : sortHref(name, downFirst)}
            onFollow={go}
            sort={sortOf(name)}
            className={cn("px-1.5!", second && "max-sm:hidden")}
          >
            {label}
          </HeadCell>
        ))}
      </TableHead>
      <TableBody>
        {items.map((customer) => {
          const { id, name = id, admin, deleted_at, version } = customer;
          return (
            <Row key={id} selected={chosen.has(id)}>
              {mayWrite && (
                <Cell>
                  <Checkbox
                    aria-label={`Select ${name}`}
                    checked={chosen.has(id)}
                    onChange={(event) => choose([customer], event.target.checked)}
                  />
                </Cell>
              )}
              <RowHead className={cn(stuck, "sm:max-w-48 2xl:max-w-80")}>
                <span className="flex items-center gap-2">
                  {view.deleted ? (
                    <span title={name} className="truncate">
                      {name}
                    </span>
                  ) : (
                    <TextLink href={`/portal/customers/${id}`} title={name} className="truncate">
                      {name}
                    </TextLink>
                  )}
                  {admin && <Badge>Own account</Badge>}
                </span>
                <Second customer={customer} columns={columns} />
              </RowHead>
              {view.deleted && (
                <Cell>
                  <TimeAgo value={deleted_at} />
                  {deleted_at && <DaysLeft deletedAt={deleted_at} />}
                </Cell>
              )}
              {view.deleted && mayWrite && (
                <Cell>
                  {deleted_at && daysLeft(deleted_at, Date.now()) > 0 && (
                    <RestoreButton id={id} name={name} version={version} />
                  )}
                </Cell>
              )}
              {columns.map(({ name, numeric, cell, second }) => (
                <Cell key={name} numeric={numeric} className={cn("px-1.5!", second && "max-sm:hidden")}>
                  {cell(customer)}
                </Cell>
              ))}
            </Row>
          );
        })}
      </TableBody>
    </Table>
  );
}

/** On a phone the columns that tell most stand below the name, and not in columns of their own. */
const Second = ({ customer, columns }: { customer: Listed; columns: readonly Column[] }) => (
  <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-xs font-normal text-muted sm:hidden">
    {columns.map(({ name, second }) => second && <span key={name}>{second(customer)}</span>)}
  </span>
);

/** Rendered a moment later than on the server, it may tell a day less: the server's stays. */
function DaysLeft({ deletedAt }: { deletedAt: string }) {
  const days = daysLeft(deletedAt, Date.now());
  return (
    <span suppressHydrationWarning className="block text-xs whitespace-nowrap text-muted">
      {days === 0 ? "Too late to restore" : `${days} ${days === 1 ? "day" : "days"} left`}
    </span>
  );
}
