"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { useFormContext, useFormState, useWatch } from "react-hook-form";
import { Checkbox } from "@/components/ui/choice";
import { type ControlProps, Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/input";
import { type Advice, adviceOn } from "./advice";
import { controlId, sentence } from "./names";
import { messageAt } from "./problems";

interface FieldOf {
  /** The contract's name of the field, with dots: `accounts.0.data.Domain`. */
  name: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  /** Check with every keystroke from the first on, not only once the field was left. */
  eager?: boolean;
  /** Said while the value is written otherwise than usual, with every keystroke. */
  advice?: Advice;
  className?: string;
}

/** The fault of one field, as a sentence. */
export function useFault(name: string, label: string): string | undefined {
  const { control } = useFormContext();
  const { errors } = useFormState({ control, name });
  const message = messageAt(errors, name);
  return message && sentence(label, message);
}

/** A fault goes away with the keystroke that mends it, whoever found it. */
function useControl({ name, eager }: FieldOf) {
  const { register, trigger, getFieldState } = useFormContext();
  return register(name, { onChange: () => void ((eager || getFieldState(name).invalid) && trigger(name)) });
}

function Around({
  field,
  children,
}: {
  field: FieldOf;
  children: (control: Omit<ControlProps, "required">) => ReactNode;
}) {
  const { name, label, hint, required, advice, className } = field;
  const error = useFault(name, label);
  const value: unknown = useWatch({ name, disabled: !advice });
  const warning = error || !advice ? undefined : adviceOn(value, advice);
  return (
    <Field {...{ id: controlId(name), label, hint, error, warning, required, className }}>
      {/* The browser's own bubble would hold a form back before the contract's words are shown. */}
      {({ required: needed, ...control }) => children({ ...control, ...(needed && { "aria-required": true }) })}
    </Field>
  );
}

const own = ({ name, label, hint, required, eager, advice, className }: FieldOf): FieldOf => ({
  name,
  label,
  hint,
  required,
  eager,
  advice,
  className,
});

type Rest<T> = Omit<T, keyof FieldOf | "ref" | "onChange" | "onBlur">;
const rest = <T extends FieldOf>({ name, label, hint, required, eager, advice, className, ...others }: T) => others;

export function TextField(props: FieldOf & Rest<ComponentProps<typeof Input>>) {
  const registered = useControl(props);
  return <Around field={own(props)}>{(control) => <Input {...control} {...rest(props)} {...registered} />}</Around>;
}

export function TextareaField(props: FieldOf & Rest<ComponentProps<typeof Textarea>>) {
  const registered = useControl(props);
  return <Around field={own(props)}>{(control) => <Textarea {...control} {...rest(props)} {...registered} />}</Around>;
}

export function SelectField(props: FieldOf & Rest<ComponentProps<typeof Select>>) {
  const registered = useControl(props);
  return <Around field={own(props)}>{(control) => <Select {...control} {...rest(props)} {...registered} />}</Around>;
}

export function CheckboxField({
  name,
  label,
  hint,
  defaultChecked,
}: Pick<FieldOf, "name" | "label" | "hint"> & { defaultChecked?: boolean }) {
  const { register } = useFormContext();
  const id = useId();
  return <Checkbox id={id} label={label} hint={hint} defaultChecked={defaultChecked} {...register(name)} />;
}
