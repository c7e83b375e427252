"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWrite } from "@/components/form/use-write";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { counted } from "@/components/ui/consequence";
import { formatNumber } from "@/components/ui/format";
import { LinkButton } from "@/components/ui/link-button";
import { Loading } from "@/components/ui/loading";
import { Progress } from "@/components/ui/meter";
import { ErrorState } from "@/components/ui/states";
import { Instant } from "@/components/ui/values";
import { call, late } from "@/lib/api/call";
import type { Import } from "@/lib/api/portal/imports.contract";

const contracts = late(() => import("@/lib/api/portal/imports.contract"));

const EVERY = 500;
const rows = (count: number) => `${formatNumber(count)} ${count === 1 ? "row" : "rows"}`;

function Outcome({ found }: { found: Import }) {
  const { status, error, done, failed, total, faults, undoes_id, undo_id } = found;
  const written = done - failed;
  const verb = undoes_id ? "undone" : "written";
  return (
    <>
      {status === "DONE" && (
        <Alert tone={failed > 0 ? "warning" : "success"} title={`${rows(written)} ${verb}`} live>
          {failed > 0 && `${rows(failed)} could not be ${verb}: see below.`}
          {undo_id && "This import was undone."}
        </Alert>
      )}
      {status === "ERROR" && (
        <Alert tone="danger" title={`Stopped after ${formatNumber(done)} of ${rows(total)}`} live>
          {error}
        </Alert>
      )}
      {faults.length > 0 && (
        <Card
          title={`Not ${verb}`}
          description={
            failed > faults.length ? `The first ${formatNumber(faults.length)} of ${rows(failed)}` : undefined
          }
        >
          <ul className="flex max-h-96 flex-col gap-1 overflow-y-auto">
            {faults.map(({ line, message }) => (
              <li key={line}>
                <span className="text-muted">Line {line}: </span>
                {message}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** Asks before an import is undone, and says what that does to how many. */
function UndoDialog({ id, onClose, onUndone }: { id: string; onClose: () => void; onUndone: (id: string) => void }) {
  const plan = useQuery({
    queryKey: ["import", id, "undo"],
    queryFn: async ({ signal }) => call((await contracts()).previewUndo, { params: { id }, signal }),
    staleTime: 0,
  });
  const undo = useWrite({
    mutationFn: async () => call((await contracts()).undoImport, { params: { id } }),
    onSuccess: (made) => onUndone(made.id),
  });
  const { deleted = 0, restored = 0, kept = 0 } = plan.data ?? {};
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title="Undo this import?"
      confirmLabel="Undo the import"
      onConfirm={async () => void (await undo.write())}
      error={undo.error?.message ?? plan.error?.message}
      consequences={[
        ...counted(deleted, "customer that it created is deleted", "customers that it created are deleted"),
        ...counted(restored, "customer is put back as before", "customers are put back as before"),
        ...counted(kept, "stays as it is: worked on or deleted since", "stay as they are: worked on or deleted since"),
      ]}
    >
      {plan.isPending && <Loading label="Looking at what was changed since" />}
      {deleted > 0 && <p>What is deleted can be restored for 30 days.</p>}
    </ConfirmDialog>
  );
}

/** How far an import has come and, when it has ended, the way back. */
export function ImportProgress({ id, onOpen }: { id: string; onOpen: (id: string | undefined) => void }) {
  const [asking, setAsking] = useState(false);
  const { data, error } = useQuery({
    queryKey: ["import", id],
    queryFn: async ({ signal }) => call((await contracts()).showImport, { params: { id }, signal }),
    refetchInterval: ({ state }) => (state.data?.ended_at || state.error ? false : EVERY),
  });
  if (error) {
    return (
      <ErrorState
        title="The import cannot be shown"
        action={<Button onClick={() => onOpen(undefined)}>New import</Button>}
      >
        {error.message}
      </ErrorState>
    );
  }
  if (!data) return <Loading label="Loading the import" />;
  const label = data.undoes_id ? "Undoing" : "Importing";
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <h2 className="text-base font-semibold wrap-anywhere">
        {data.undoes_id ? "Undoing" : "Import of"} {data.name || "customers"}
      </h2>
      {!data.ended_at && (
        <>
          <Progress label={label} value={data.done} max={Math.max(data.total, 1)} />
          <p className="text-muted tabular-nums">
            {formatNumber(data.done)} of {rows(data.total)}. It goes on when you leave this page.
          </p>
        </>
      )}
      <Outcome found={data} />
      {data.ended_at && (
        <div className="flex flex-wrap items-center gap-2">
          <LinkButton href="/portal/customers?sort=-created_at" variant="primary">
            See customers
          </LinkButton>
          <Button onClick={() => onOpen(undefined)}>New import</Button>
          {data.undo_until && (
            <>
              <Button onClick={() => setAsking(true)}>Undo</Button>
              <span className="text-muted">
                until <Instant value={data.undo_until.toISOString()} />
              </span>
            </>
          )}
        </div>
      )}
      {asking && (
        <UndoDialog
          id={id}
          onClose={() => setAsking(false)}
          onUndone={(made) => {
            setAsking(false);
            onOpen(made);
          }}
        />
      )}
    </div>
  );
}
