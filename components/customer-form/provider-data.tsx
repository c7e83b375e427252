"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { CheckboxField, TextareaField, TextField, useFault } from "@/components/form/fields";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Fieldset } from "@/components/ui/field";
import { type DataField, dataFields, idFields } from "./provider-fields";
import { objectIn, type ProviderOption } from "./values";

function Several({ name, field }: { name: string; field: DataField }) {
  const { register } = useFormContext();
  const error = useFault(name, field.label);
  return (
    <Fieldset legend={field.label} error={error}>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {field.choices?.map(({ value, label }) => (
          <Checkbox key={value} label={label} value={value} {...register(name)} />
        ))}
      </div>
    </Fieldset>
  );
}

function Typed({ name, field }: { name: string; field: DataField }) {
  const { type = "text", choices, name: _, ...texts } = field;
  if (choices) return <Several name={name} field={field} />;
  if (type === "flag") return <CheckboxField name={name} {...texts} />;
  return <TextField name={name} type={type} eager autoComplete="off" spellCheck={false} {...texts} />;
}

/** The data of an account: fields by the provider's kind, or JSON for who knows it better. */
function Data({ name, kind }: { name: string; kind: ProviderOption["kind"] }) {
  const { getValues, setValue, clearErrors, trigger } = useFormContext();
  const raw: unknown = useWatch({ name: `${name}.raw` });

  const write = () => {
    setValue(`${name}.raw`, JSON.stringify(getValues(`${name}.data`) ?? {}, null, 2));
    // What is wrong with fields that are gone would be told of twice: the text is looked at on its own.
    clearErrors(`${name}.data`);
  };
  const fill = () => {
    const object = objectIn(String(raw));
    // What is no object fits no field, and is not to be lost.
    if (!object) return void trigger(`${name}.raw`);
    setValue(`${name}.data`, object);
    setValue(`${name}.raw`, undefined);
    clearErrors([`${name}.raw`, `${name}.data`]);
  };

  if (typeof raw === "string") {
    return (
      <div className="flex flex-col gap-2">
        <TextareaField name={`${name}.raw`} label="Provider data (JSON)" rows={12} eager spellCheck={false} required />
        <div>
          <Button size="sm" variant="ghost" onClick={fill}>
            Fill in fields instead
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        {dataFields[kind].map((field) => (
          <Typed key={field.name} name={`${name}.data.${field.name}`} field={field} />
        ))}
      </div>
      <div>
        <Button size="sm" variant="ghost" onClick={write}>
          Write JSON instead
        </Button>
      </div>
    </div>
  );
}

/** What the provider is told of the customer, and the id that it knows the customer by. */
export const ProviderData = ({ name, provider }: { name: string; provider: ProviderOption }) => (
  <>
    <TextField
      name={`${name}.provider_customer_id`}
      label={`Customer id at ${provider.name}`}
      autoComplete="off"
      spellCheck={false}
      {...idFields[provider.kind]}
    />
    <Data name={name} kind={provider.kind} />
  </>
);
