"use client";

import { useActionState } from "react";
import { sentence } from "@/components/form/names";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { changePassword } from "./actions";

const fields = [
  { name: "current", label: "Current password", autoComplete: "current-password" },
  { name: "password", label: "New password", hint: "At least 12 characters.", autoComplete: "new-password" },
  { name: "again", label: "New password, again", autoComplete: "new-password" },
] as const;

export function PasswordForm() {
  const [{ faults, changed }, action] = useActionState(changePassword, { faults: {} });
  return (
    <form action={action} className="flex flex-col gap-3">
      {changed && (
        <Alert tone="success" live title="Your password was changed">
          Every other session of yours is over.
        </Alert>
      )}
      {faults[""] && (
        <Alert tone="danger" live title="Your password was not changed">
          {faults[""]}
        </Alert>
      )}
      {fields.map(({ name, label, autoComplete, ...rest }) => {
        const fault = faults[name];
        return (
          <Field key={name} id={name} label={label} required error={fault && sentence(label, fault)} {...rest}>
            {(control) => <Input {...control} name={name} type="password" autoComplete={autoComplete} />}
          </Field>
        );
      })}
      <div className="flex justify-end">
        <SubmitButton>Change password</SubmitButton>
      </div>
    </form>
  );
}
