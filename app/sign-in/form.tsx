"use client";

import { useActionState } from "react";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { signIn } from "./actions";

export function SignInForm({ next }: { next: string }) {
  const [{ email, failure }, action] = useActionState(signIn, { email: "" });
  return (
    <form action={action} className="flex flex-col gap-4">
      {failure !== undefined && (
        <Alert tone="danger" live>
          {failure}
        </Alert>
      )}
      <input type="hidden" name="next" value={next} />
      <Field id="email" label="E-mail address" required>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            autoFocus={failure === undefined}
            defaultValue={email}
            maxLength={320}
          />
        )}
      </Field>
      <Field id="password" label="Password" required>
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            autoComplete="current-password"
            autoFocus={failure !== undefined}
          />
        )}
      </Field>
      <SubmitButton>Sign in</SubmitButton>
    </form>
  );
}
