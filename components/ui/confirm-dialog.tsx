"use client";

import { type ReactNode, useId, useState, useTransition } from "react";
import { Alert } from "./alert";
import { Button } from "./button";
import type { Consequence } from "./consequence";
import { Dialog } from "./dialog";
import { Field } from "./field";
import { formatNumber } from "./format";
import { Input } from "./input";

interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  consequences?: readonly Consequence[];
  /** The verb of the act ("Delete 3 customers"), never "OK". */
  confirmLabel: string;
  /** Awaited with a pending state; the owner closes the dialog. */
  onConfirm: () => void | Promise<void>;
  /** What must be typed first, for acts that cannot be taken back. */
  typeToConfirm?: string;
  danger?: boolean;
  error?: ReactNode;
  children?: ReactNode;
}

/** Asks before an act and says in numbers what it will do. */
export function ConfirmDialog({ open, onClose, title, ...rest }: ConfirmDialogProps) {
  const [pending, startTransition] = useTransition();
  const form = useId();
  return (
    <Dialog open={open} onClose={onClose} title={title} size="sm" busy={pending}>
      <Question {...rest} form={form} pending={pending} onClose={onClose} run={startTransition} />
    </Dialog>
  );
}

// Apart from the dialog, because its content is mounted afresh at each opening: nothing typed before remains.
function Question({
  consequences = [],
  confirmLabel,
  onConfirm,
  typeToConfirm,
  danger = true,
  error,
  children,
  onClose,
  pending,
  form,
  run,
}: Omit<ConfirmDialogProps, "open" | "title"> & {
  pending: boolean;
  form: string;
  run: (work: () => Promise<void>) => void;
}) {
  const [typed, setTyped] = useState("");
  const ready = typeToConfirm === undefined || typed === typeToConfirm;
  return (
    <form
      id={form}
      className="flex flex-col gap-3 wrap-anywhere"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !pending) run(async () => onConfirm());
      }}
    >
      {children}
      {consequences.length > 0 && (
        <ul className="flex flex-col gap-1">
          {consequences.map(({ count, label }) => (
            <li key={label} className="grid grid-cols-[3rem_1fr] gap-2">
              <strong className="text-right tabular-nums">{formatNumber(count)}</strong>
              <span>{label}</span>
            </li>
          ))}
        </ul>
      )}
      {typeToConfirm !== undefined && (
        <Field
          label={
            <>
              Type <span className="font-mono select-all">{typeToConfirm}</span> to confirm
            </>
          }
          required
        >
          {(control) => (
            <Input
              {...control}
              value={typed}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      )}
      {error !== undefined && (
        <Alert tone="danger" live>
          {error}
        </Alert>
      )}
      {/* In sight however much there is to read above. */}
      <div className="sticky -bottom-4 -mx-5 -mb-4 flex flex-wrap justify-end gap-2 border-t bg-sunken px-5 py-3">
        <Button onClick={onClose} disabled={pending}>
          Cancel
        </Button>
        <Button type="submit" variant={danger ? "danger" : "primary"} pending={pending} disabled={!ready}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}
