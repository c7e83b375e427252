"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import { EmptyState } from "@/components/ui/states";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import type { ImportAction, PlannedRow } from "@/lib/api/portal/imports.contract";
import { columnLabel } from "./fields";

const looks: Record<ImportAction, { label: string; tone: Tone }> = {
  create: { label: "Create", tone: "success" },
  change: { label: "Change", tone: "accent" },
  skip: { label: "Skip", tone: "neutral" },
  error: { label: "Error", tone: "danger" },
};

// The keys of a constant object are its type's.
const actions = Object.keys(looks) as ImportAction[];

const PAGE = 100;

function What({ row }: { row: PlannedRow }) {
  const { action, changes, faults, warning } = row;
  return (
    <ul className="flex flex-col gap-0.5 wrap-anywhere">
      {faults.map(({ field, message }) => (
        <li key={`${field} ${message}`} className="text-danger">
          {field && <b className="font-medium">{columnLabel(field)} </b>}
          {message}
        </li>
      ))}
      {action !== "error" &&
        changes
          .filter(({ field }) => action === "change" || field !== "name")
          .map(({ field, from, to }) => (
            <li key={field}>
              <span className="text-muted">{columnLabel(field)}: </span>
              {action === "change" && (
                <>
                  <del className="text-muted">{from || "empty"}</del>
                  <span className="sr-only"> becomes </span>
                  <span aria-hidden> → </span>
                </>
              )}
              {to}
            </li>
          ))}
      {action === "skip" && <li className="text-muted">As it is already</li>}
      {warning && <li className="text-warning">{warning}</li>}
    </ul>
  );
}

/** What an import would do, row by row; `counts` choose which rows are shown. */
export function PlanTable({
  rows,
  counts,
}: {
  rows: readonly PlannedRow[];
  counts: Readonly<Record<ImportAction, number>>;
}) {
  const [only, setOnly] = useState<ImportAction>();
  const [length, setLength] = useState(PAGE);
  const chosen = only ? rows.filter(({ action }) => action === only) : rows;
  const choose = (action: ImportAction | undefined) => {
    setOnly(action);
    setLength(PAGE);
  };
  return (
    <div className="flex flex-col gap-3">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend has no place in a row of buttons. */}
      <div role="group" aria-label="Rows to show" className="flex flex-wrap gap-2">
        <Button
          size="sm"
          aria-pressed={only === undefined}
          variant={only ? "secondary" : "primary"}
          onClick={() => choose(undefined)}
        >
          All {formatNumber(rows.length)}
        </Button>
        {actions.map((action) => (
          <Button
            key={action}
            size="sm"
            aria-pressed={only === action}
            variant={only === action ? "primary" : "secondary"}
            onClick={() => choose(action)}
          >
            {looks[action].label} {formatNumber(counts[action])}
          </Button>
        ))}
      </div>
      {chosen.length === 0 ? (
        <EmptyState title="No such row in this file" />
      ) : (
        <Table label="Plan of the import" fit>
          <TableHead>
            <HeadCell numeric>Line</HeadCell>
            <HeadCell>Customer</HeadCell>
            <HeadCell>What would be written, or what is wrong</HeadCell>
          </TableHead>
          <TableBody>
            {chosen.slice(0, length).map((row) => (
              <Row key={row.line}>
                <Cell numeric>{row.line}</Cell>
                <RowHead className="min-w-0! wrap-anywhere">
                  {row.customer_id ? (
                    <TextLink href={`/portal/customers/${row.customer_id}`} target="_blank">
                      {row.name}
                      <span className="sr-only"> (opens in a new tab)</span>
                    </TextLink>
                  ) : (
                    row.name || <span className="text-muted">no name</span>
                  )}
                  <div className="mt-0.5">
                    <Badge tone={looks[row.action].tone}>{looks[row.action].label}</Badge>
                  </div>
                </RowHead>
                <Cell>
                  <What row={row} />
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      )}
      {chosen.length > length && (
        <Button onClick={() => setLength(length + PAGE)} className="self-start">
          Show more of {formatNumber(chosen.length)} rows
        </Button>
      )}
    </div>
  );
}
