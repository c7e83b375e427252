"use client";

import type { ComponentProps } from "react";
import { SelectField, TextareaField, TextField } from "@/components/form/fields";
import type { Choices, Detail } from "./details";
import type { DetailValues } from "./values";

function DetailField({ detail, choices, value }: { detail: Detail; choices: Choices; value?: string | undefined }) {
  const { name, label, hint, required, type, wide, long, options, none } = detail;
  const offered = options?.(choices);
  if (options && !offered) return null;
  const common = {
    ...{ name, label, hint, required, className: wide && "sm:col-span-2" },
    // In the markup too, for the time until the scripts are there.
    defaultValue: value,
    autoComplete: "off",
  } satisfies Partial<ComponentProps<typeof TextField>>;
  if (offered) {
    // What another program has saved stays as it is until somebody chooses.
    const own = value && !offered.some((option) => option.value === value) ? [{ value, label: value }] : [];
    return <SelectField {...common} options={[...own, ...offered]} placeholder={none} />;
  }
  return long ? <TextareaField {...common} rows={3} /> : <TextField {...common} type={type} />;
}

/** The fields of a step; what `values` hold stands in them from the first paint on. */
export function Details({
  details,
  choices,
  values = {},
}: {
  details: readonly Detail[];
  choices: Choices;
  values?: DetailValues;
}) {
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      {details.map((detail) => (
        <DetailField key={detail.name} detail={detail} choices={choices} value={values[detail.name]} />
      ))}
    </div>
  );
}
