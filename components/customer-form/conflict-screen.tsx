"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Radio } from "@/components/ui/choice";
import { SubmitButton } from "@/components/ui/submit-button";
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from "@/components/ui/table";
import { TimeAgo } from "@/components/ui/values";
import { type Conflict, conflictsOf } from "./changes";
import type { DetailValues } from "./values";

type Side = "mine" | "theirs";

const firstChoice = ({ changedBy }: Conflict): Side | undefined =>
  changedBy === "both" ? undefined : changedBy === "me" ? "mine" : "theirs";

/** Both versions of a customer that two people have changed, side by side, to choose from field by field. */
export function ConflictScreen({
  base,
  mine,
  theirs,
  savedAt,
  pending,
  onSave,
  onCancel,
}: {
  base: DetailValues;
  mine: DetailValues;
  theirs: DetailValues;
  /** When the other version was saved. */
  savedAt: string;
  pending: boolean;
  onSave: (chosen: DetailValues) => void;
  onCancel: () => void;
}) {
  const conflicts = conflictsOf(base, mine, theirs);
  const [sides, setSides] = useState<Readonly<Record<string, Side | undefined>>>(() =>
    Object.fromEntries(conflicts.map((conflict) => [conflict.detail.name, firstChoice(conflict)])),
  );
  const [asked, setAsked] = useState(false);
  const open = conflicts.filter(({ detail }) => !sides[detail.name]);

  const save = () => {
    setAsked(true);
    if (open.length > 0) return;
    const kept = conflicts.filter(({ detail }) => sides[detail.name] === "mine");
    onSave({ ...theirs, ...Object.fromEntries(kept.map(({ detail, mine: value }) => [detail.name, value])) });
  };
  const choice = ({ detail }: Conflict, side: Side, value: string) => (
    <Radio
      name={`keep-${detail.name}`}
      checked={sides[detail.name] === side}
      onChange={() => setSides({ ...sides, [detail.name]: side })}
      label={
        <>
          <span className="sr-only">
            {detail.label}, {side === "mine" ? "yours" : "theirs"}:{" "}
          </span>
          {value === "" ? <em className="text-muted">empty</em> : value}
        </>
      }
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      className="flex max-w-4xl flex-col gap-4"
    >
      <Alert tone="warning" title="Someone else saved this customer while you were editing it" live>
        Their version was saved <TimeAgo value={savedAt} />. Choose what to keep of each field in which the two differ;
        nothing is saved until then.
      </Alert>
      <Table label="Both versions">
        <TableHead>
          <HeadCell>Field</HeadCell>
          <HeadCell>Theirs, saved</HeadCell>
          <HeadCell>Yours, not saved</HeadCell>
        </TableHead>
        <TableBody>
          {conflicts.map((conflict) => (
            <Row key={conflict.detail.name}>
              <RowHead className="min-w-0!">
                {conflict.detail.label}
                {conflict.changedBy === "both" && <span className="block text-xs text-warning">both changed it</span>}
              </RowHead>
              <Cell className="wrap-anywhere">{choice(conflict, "theirs", conflict.theirs)}</Cell>
              <Cell className="wrap-anywhere">{choice(conflict, "mine", conflict.mine)}</Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      {conflicts.length === 0 && <p className="text-muted">Both of you have entered the same.</p>}
      {asked && open.length > 0 && (
        <Alert tone="danger" live>
          Choose a side for {open.map(({ detail }) => detail.label.toLowerCase()).join(", ")}.
        </Alert>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>Back to the form</Button>
        <SubmitButton pending={pending}>Save what I chose</SubmitButton>
      </div>
    </form>
  );
}
