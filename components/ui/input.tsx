import type { ComponentProps } from "react";
import { cn } from "./cn";

export const Input = ({ className, ...rest }: ComponentProps<"input">) => (
  <input className={cn("control", className)} {...rest} />
);

export const Textarea = ({ className, rows = 4, ...rest }: ComponentProps<"textarea">) => (
  <textarea className={cn("control", className)} rows={rows} {...rest} />
);

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

/** `placeholder` is an empty first choice, for a select that may be left unset. */
export function Select({
  options,
  placeholder,
  className,
  ...rest
}: Omit<ComponentProps<"select">, "children"> & { options: readonly Option[]; placeholder?: string }) {
  return (
    <select className={cn("control", className)} {...rest}>
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
