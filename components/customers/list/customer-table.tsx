import dynamic from "next/dynamic";
import type { Dispatch, SetStateAction } from "react";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/choice";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { TimeAgo } from "@/components/ui/values";
import type { Column, Listed } from "./columns";
import type { Go } from "./toolbar";
import { changed, hrefOf, nextSort, type View } from "./view";

const BulkBar = dynamic(() => import("./bulk-bar"), { ssr: false });
const RestoreButton = dynamic(() => import("./restore-button"), { ssr: false });

const line = "max-w-64 truncate";

type Chosen = ReadonlyMap<string, string>;

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
  /** Ids with names, over all pages. */
  chosen: Chosen;
  onChoose: Dispatch<SetStateAction<Chosen>>;
}) {
  const choosing = mayWrite && !view.deleted;
  const here = items.filter(({ id }) => chosen.has(id)).length;
  const choose = (rows: readonly Listed[], on: boolean) =>
    onChoose((before) => {
      const after = new Map(before);
      for (const { id, name = "" } of rows) on ? after.set(id, name) : after.delete(id);
      return after;
    });
  const sortOf = (name: string) =>
    view.sort === name ? "ascending" : view.sort === `-${name}` ? "descending" : undefined;
  const sortHref = (name: string, downFirst = false) =>
    hrefOf(changed(view, { sort: nextSort(view.sort, name, downFirst) }));
  return (
    <>
      {choosing && chosen.size > 0 && <BulkBar chosen={chosen} onDone={() => onChoose(new Map())} />}
      <Table label="Customers" fit>
        <TableHead>
          {choosing && (
            <HeadCell className="w-8">
              <Checkbox
                aria-label="Select all on this page"
                checked={here === items.length}
                indeterminate={here > 0 && here < items.length}
                onChange={(event) => choose(items, event.target.checked)}
              />
            </HeadCell>
          )}
          <HeadCell href={sortHref("name")} onFollow={go} sort={sortOf("name")}>
            Name
          </HeadCell>
          {view.deleted && (
            <HeadCell href={sortHref("deleted_at", true)} onFollow={go} sort={sortOf("deleted_at")}>
              Deleted
            </HeadCell>
          )}
          {view.deleted && mayWrite && <HeadCell>Restore</HeadCell>}
          {columns.map(({ name, label, numeric, downFirst }) => (
            <HeadCell key={name} numeric={numeric} href={sortHref(name, downFirst)} onFollow={go} sort={sortOf(name)}>
              {label}
            </HeadCell>
          ))}
        </TableHead>
        <TableBody>
          {items.map((customer) => {
            const { id, name = id, admin, deleted_at, version } = customer;
            return (
              <Row key={id} selected={chosen.has(id)}>
                {choosing && (
                  <Cell>
                    <Checkbox
                      aria-label={`Select ${name}`}
                      checked={chosen.has(id)}
                      onChange={(event) => choose([customer], event.target.checked)}
                    />
                  </Cell>
                )}
                <RowHead>
                  <span className="flex items-center gap-2">
                    {view.deleted ? (
                      <span className={line}>{name}</span>
                    ) : (
                      <TextLink href={`/portal/customers/${id}`} title={name} className={line}>
                        {name}
                      </TextLink>
                    )}
                    {admin && <Badge>Own account</Badge>}
                  </span>
                </RowHead>
                {view.deleted && (
                  <Cell>
                    <TimeAgo value={deleted_at} />
                  </Cell>
                )}
                {view.deleted && mayWrite && (
                  <Cell>
                    <RestoreButton id={id} name={name} deletedAt={deleted_at ?? null} version={version} />
                  </Cell>
                )}
                {columns.map(({ name, numeric, cell }) => (
                  <Cell key={name} numeric={numeric}>
                    {cell(customer)}
                  </Cell>
                ))}
              </Row>
            );
          })}
        </TableBody>
      </Table>
    </>
  );
}
