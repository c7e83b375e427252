"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type CustomerStatus, statusLabel } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { Operation } from "@/lib/api/send";
import { type Act, allOf, type Chosen, type Outcome } from "./bulk";
import { BulkDialog } from "./bulk-dialog";
import { BulkOutcomes } from "./bulk-outcomes";

const statuses: readonly CustomerStatus[] = ["ACTIVE", "CONFIGURED", "DISABLED"];

/** More are not chosen at once: a page of their names has to be kept, and somebody has to mean all of them. */
const MOST_CHOSEN = 2_000;

/** What can be done to all chosen customers at once, and what came of it. */
export default function BulkBar({
  chosen,
  total,
  list,
  filter,
  deleted,
  onChoose,
}: {
  chosen: Chosen;
  /** How many the view has on all of its pages; `list` finds them with `filter`. */
  total: number;
  list: Operation;
  filter: Record<string, string>;
  /** Those shown are deleted ones: all that can be done is to restore them. */
  deleted: boolean;
  onChoose: (chosen: Chosen) => void;
}) {
  const client = useQueryClient();
  const [act, setAct] = useState<Act>();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>();
  const [gathering, setGathering] = useState(false);
  const clear = () => onChoose(new Map());

  const chooseAll = async () => {
    setGathering(true);
    try {
      onChoose(await allOf(list, filter));
    } catch (error) {
      toast.error("Not all could be selected", { description: error instanceof Error ? error.message : String(error) });
    }
    setGathering(false);
  };
  const onDone = async (results: readonly Outcome[]) => {
    setOutcomes(results);
    setAct(undefined);
    await client.invalidateQueries({ queryKey: ["customers"] });
  };

  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 rounded-lg bg-accent-soft px-3 py-2">
      <span role="status" className="font-medium">
        {formatNumber(chosen.size)} selected
      </span>
      <span className="grow">
        {chosen.size < total && total <= MOST_CHOSEN && (
          <Button size="sm" variant="ghost" pending={gathering} onClick={chooseAll}>
            Select all {formatNumber(total)}
          </Button>
        )}
      </span>
      {deleted ? (
        <Button size="sm" onClick={() => setAct({ do: "restore" })}>
          Restore
        </Button>
      ) : (
        <>
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
        </>
      )}
      <Button size="sm" variant="ghost" onClick={clear}>
        Clear selection
      </Button>
      {act && <BulkDialog act={act} chosen={chosen} onDone={onDone} onClose={() => setAct(undefined)} />}
      {outcomes && (
        <BulkOutcomes
          outcomes={outcomes}
          onClose={() => {
            setOutcomes(undefined);
            clear();
          }}
        />
      )}
    </div>
  );
}
