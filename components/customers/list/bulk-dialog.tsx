import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Loading } from "@/components/ui/loading";
import { Progress } from "@/components/ui/meter";
import { ofDeletion, ofDisabling } from "../consequences";
import { type Act, applyToAll, type Chosen, MOST, type Outcome, stakeOf } from "./bulk";
import { whoOf, wordsOf } from "./bulk-words";

/** Asks before an act on all of the chosen: whom it is about, and in numbers what it does. */
export function BulkDialog({
  act,
  chosen,
  onDone,
  onClose,
}: {
  act: Act;
  chosen: Chosen;
  onDone: (outcomes: readonly Outcome[]) => void;
  onClose: () => void;
}) {
  const [fault, setFault] = useState<string>();
  const [done, setDone] = useState(0);
  const disables = act.do === "status" && act.status === "DISABLED";
  const stake = useQuery({
    queryKey: ["deletion", [...chosen.keys()]],
    queryFn: ({ signal }) => stakeOf(chosen, signal),
    staleTime: 0,
    enabled: act.do === "delete" || disables,
  });
  const { title, confirm } = wordsOf(act, chosen.size);

  const run = async () => {
    setFault(undefined);
    try {
      onDone(await applyToAll(chosen, act, setDone));
    } catch (failure) {
      setFault(failure instanceof Error ? failure.message : String(failure));
    }
  };

  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={title}
      confirmLabel={confirm}
      danger={act.do === "delete" || disables}
      onConfirm={run}
      error={fault ?? stake.error?.message}
      consequences={stake.data && (act.do === "delete" ? ofDeletion(stake.data) : ofDisabling(stake.data))}
    >
      <p>{whoOf(chosen)}</p>
      {stake.isLoading && <Loading label="Looking at what they run" />}
      {act.do === "delete" && (
        <p>
          They vanish from every list at once. What they run at the providers keeps running. They can be restored for 30
          days.
        </p>
      )}
      {act.do === "restore" && <p>They come back with the same ids, keys and accounts.</p>}
      {disables && <p>Every API reports them as inactive from then on. Nothing is ended at the providers.</p>}
      {chosen.size > MOST && done > 0 && <Progress label="Done so far" value={done} max={chosen.size} />}
    </ConfirmDialog>
  );
}
