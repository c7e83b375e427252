import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

interface Labelled {
  /** Text beside the control; without it the control needs `aria-label` (a checkbox in a table row). */
  label?: ReactNode;
  hint?: ReactNode;
}

type ChoiceProps = Omit<ComponentProps<"input">, "type"> & Labelled;

function Row({
  id,
  label,
  hint,
  className,
  children,
}: Labelled & { id: string; className?: string; children: ReactNode }) {
  if (label === undefined) return children;
  return (
    <div className={cn("flex min-h-6 items-start gap-2", className)}>
      {children}
      <div className="min-w-0">
        <label htmlFor={id} className="cursor-pointer">
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-xs text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

function useChoice(id: string | undefined, hint: ReactNode) {
  const made = useId();
  const own = id ?? made;
  return { id: own, "aria-describedby": hint === undefined ? undefined : `${own}-hint` };
}

const box =
  "m-0.5 block size-4 shrink-0 cursor-pointer accent-accent-fill disabled:cursor-not-allowed pointer-coarse:size-5";

/** `indeterminate` ("some of the rows") works in client components only: it is set on the element. */
export function Checkbox({
  label,
  hint,
  className,
  indeterminate,
  id,
  ...rest
}: ChoiceProps & { indeterminate?: boolean }) {
  const wired = useChoice(id, hint);
  const partly =
    indeterminate === undefined
      ? undefined
      : {
          ref: (element: HTMLInputElement | null) => {
            if (element) element.indeterminate = indeterminate;
          },
        };
  return (
    <Row id={wired.id} label={label} hint={hint} className={className}>
      <input type="checkbox" className={box} {...wired} {...rest} {...partly} />
    </Row>
  );
}

export function Switch({ label, hint, className, id, ...rest }: ChoiceProps) {
  const wired = useChoice(id, hint);
  return (
    <Row id={wired.id} label={label} hint={hint} className={className}>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its own state.
        role="switch"
        className={cn(
          "relative h-5 w-9 shrink-0 cursor-pointer appearance-none rounded-full border border-border-strong bg-sunken transition-colors",
          "before:absolute before:top-0.5 before:left-0.5 before:size-3.5 before:rounded-full before:bg-border-strong before:transition-transform",
          "checked:border-accent-fill checked:bg-accent-fill checked:before:translate-x-4 checked:before:bg-on-fill",
          "disabled:cursor-not-allowed disabled:opacity-60 forced-colors:appearance-auto",
        )}
        {...wired}
        {...rest}
      />
    </Row>
  );
}

export function Radio({ label, hint, className, id, ...rest }: ChoiceProps) {
  const wired = useChoice(id, hint);
  return (
    <Row id={wired.id} label={label} hint={hint} className={className}>
      <input type="radio" className={box} {...wired} {...rest} />
    </Row>
  );
}
