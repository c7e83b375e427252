"use client";

import { type ComponentProps, useActionState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { type SetupState, setUpPortal } from "./actions";

const fields: readonly (ComponentProps<"input"> & {
  name: keyof SetupState["errors"];
  label: string;
  hint?: string;
})[] = [
  { name: "code", label: "One-time code", hint: "The server has printed it in its terminal.", autoComplete: "off" },
  { name: "organisation", label: "Your organisation", autoComplete: "organization" },
  {
    name: "domain",
    label: "Domain of this portal",
    hint: "Programs name it in X-Tenant, such as portal.example.com.",
    autoComplete: "off",
  },
  { name: "name", label: "Your name", autoComplete: "name" },
  { name: "email", label: "Your e-mail address", type: "email", autoComplete: "username" },
  {
    name: "password",
    label: "Password",
    hint: "At least 12 characters.",
    type: "password",
    autoComplete: "new-password",
  },
];

export function SetupForm() {
  const [{ values, errors }, action] = useActionState(setUpPortal, { values: {}, errors: {} });
  return (
    <form action={action} className="flex flex-col gap-4">
      {fields.map(({ name, label, hint, ...input }) => {
        const error = errors[name];
        return (
          <Field key={name} id={name} label={label} required hint={hint} error={error && `This ${error}.`}>
            {(control) => <Input {...control} {...input} name={name} defaultValue={values[name]} />}
          </Field>
        );
      })}
      <SubmitButton>Set up the portal</SubmitButton>
    </form>
  );
}
