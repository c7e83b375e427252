import type { ChangeEventHandler, ReactNode } from "react";
import { Radio } from "./choice";
import { Fieldset } from "./field";

interface RadioOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

/** Uncontrolled with `defaultValue`, controlled with `value` and `onChange`. */
export function RadioGroup({
  legend,
  name,
  options,
  value,
  defaultValue,
  onChange,
  hint,
  error,
}: {
  legend: ReactNode;
  name: string;
  options: readonly RadioOption[];
  value?: string;
  defaultValue?: string;
  onChange?: ChangeEventHandler<HTMLInputElement>;
  hint?: ReactNode;
  error?: ReactNode;
}) {
  return (
    <Fieldset legend={legend} hint={hint} error={error}>
      {options.map((option) => (
        <Radio
          key={option.value}
          name={name}
          {...option}
          checked={value === undefined ? undefined : value === option.value}
          defaultChecked={value === undefined && defaultValue !== undefined ? defaultValue === option.value : undefined}
          onChange={onChange}
        />
      ))}
    </Fieldset>
  );
}
