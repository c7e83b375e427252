import CircleAlert from "lucide-react/icons/circle-alert";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";

interface Texts {
  hint?: ReactNode;
  error?: ReactNode;
  /** What is worth a second look and stands in nobody's way. */
  warning?: ReactNode;
}

/** What the control inside a field spreads onto itself. */
export interface ControlProps {
  id: string;
  required?: true;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
}

const has = (text: ReactNode) => text !== undefined && text !== null && text !== false && text !== "";

const describedBy = (id: string, { hint, error, warning }: Texts) =>
  [has(hint) && `${id}-hint`, has(error) && `${id}-error`, has(warning) && `${id}-warning`].filter(Boolean).join(" ") ||
  undefined;

function Below({ id, hint, error, warning }: Texts & { id: string }) {
  return (
    <>
      {has(hint) && (
        <p id={`${id}-hint`} className="text-xs text-muted wrap-anywhere">
          {hint}
        </p>
      )}
      {has(error) && (
        <p id={`${id}-error`} className="flex items-start gap-1 text-xs text-danger">
          <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {error}
        </p>
      )}
      {has(warning) && (
        <p id={`${id}-warning`} className="flex items-start gap-1 text-xs text-warning">
          <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {warning}
        </p>
      )}
    </>
  );
}

/**
 * Label, hint and error of one control: `<Field label="Name">{(control) => <Input {...control} name="name" />}</Field>`.
 * `id` makes the control a target of links from an error summary.
 */
export function Field({
  id,
  label,
  hint,
  error,
  warning,
  required = false,
  className,
  children,
}: Texts & {
  id?: string;
  label: ReactNode;
  required?: boolean;
  className?: string;
  children: (control: ControlProps) => ReactNode;
}) {
  const made = useId();
  const own = id ?? made;
  return (
    <div className={cn("flex min-w-0 flex-col gap-1", className)}>
      <label htmlFor={own} className="font-medium">
        {label}
        {!required && <span className="ml-1 font-normal text-muted">optional</span>}
      </label>
      {children({
        id: own,
        required: required || undefined,
        "aria-invalid": has(error) || undefined,
        "aria-describedby": describedBy(own, { hint, error, warning }),
      })}
      <Below id={own} hint={hint} error={error} warning={warning} />
    </div>
  );
}

/** One question with several controls: radios, checkboxes, an address. */
export function Fieldset({
  legend,
  hint,
  error,
  className,
  children,
}: Texts & { legend: ReactNode; className?: string; children: ReactNode }) {
  const id = useId();
  return (
    <fieldset
      aria-describedby={describedBy(id, { hint, error })}
      className={cn("flex min-w-0 flex-col gap-2", className)}
    >
      <legend className="mb-1 font-medium">{legend}</legend>
      {children}
      <Below id={id} hint={hint} error={error} />
    </fieldset>
  );
}
