"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Badge, type CustomerStatus, statusLabel } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { formatNumber } from "@/components/ui/format";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import { type Act, applyToAll, type Outcome } from "./bulk";

const statuses: readonly CustomerStatus[] = ["ACTIVE", "CONFIGURED", "DISABLED"];

const customersOf = (count: number) => `${formatNumber(count)} ${count === 1 ? "customer" : "customers"}`;

const words = (act: Act, count: number) =>
  act.do === "delete"
    ? { title: `Delete ${customersOf(count)}?`, confirm: `Delete ${customersOf(count)}` }
    : {
        title: `Set ${customersOf(count)} to ${statusLabel(act.status)}?`,
        confirm: `Set to ${statusLabel(act.status)}`,
      };

/** What can be done to all chosen customers at once, and what came of it, customer by customer. */
export default function BulkBar({ chosen, onDone }: { chosen: ReadonlyMap<string, string>; onDone: () => void }) {
  const client = useQueryClient();
  const [act, setAct] = useState<Act>();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>();
  const [error, setError] = useState<string>();
  const said = act && words(act, chosen.size);

  const run = async () => {
    if (!act) return;
    setError(undefined);
    try {
      setOutcomes(await applyToAll(chosen, act));
      setAct(undefined);
      await client.invalidateQueries({ queryKey: ["customers"] });
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure));
    }
  };

  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 rounded-lg bg-accent-soft px-3 py-2" role="status">
      <span className="grow font-medium">{formatNumber(chosen.size)} selected</span>
      <Menu label="Set status" trigger="Set status" variant="secondary" size="sm">
        {statuses.map((status) => (
          <MenuItem key={status} onSelect={() => setAct({ do: "status", status })}>
            {statusLabel(status)}
          </MenuItem>
        ))}
      </Menu>
      <Button size="sm" variant="danger" onClick={() => setAct({ do: "delete" })}>
        Delete
      </Button>
      <Button size="sm" variant="ghost" onClick={onDone}>
        Clear selection
      </Button>
      <ConfirmDialog
        open={act !== undefined}
        onClose={() => setAct(undefined)}
        title={said?.title}
        confirmLabel={said?.confirm ?? ""}
        danger={act?.do === "delete" || (act?.do === "status" && act.status === "DISABLED")}
        onConfirm={run}
        error={error}
      >
        {act?.do === "delete" && (
          <p>
            They vanish from every list and their keys stop working at once. What they run at the providers keeps
            running. They can be restored for 30 days.
          </p>
        )}
      </ConfirmDialog>
      <Dialog
        open={outcomes !== undefined}
        onClose={() => {
          setOutcomes(undefined);
          onDone();
        }}
        title="What came of it"
        description={outcomes && summary(outcomes)}
      >
        <Table label="Results">
          <TableHead>
            <HeadCell>Customer</HeadCell>
            <HeadCell>Result</HeadCell>
          </TableHead>
          <TableBody>
            {outcomes?.map(({ id, name, fault }) => (
              <Row key={id}>
                <RowHead>{name}</RowHead>
                <Cell>
                  {fault === undefined ? (
                    <Badge tone="success">Done</Badge>
                  ) : (
                    <>
                      <Badge tone="danger">Not done</Badge> {fault}
                    </>
                  )}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </Dialog>
    </div>
  );
}

function summary(outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter(({ fault }) => fault !== undefined).length;
  const done = `${customersOf(outcomes.length - failed)} changed`;
  return failed === 0 ? `${done}.` : `${done}, ${formatNumber(failed)} not.`;
}
