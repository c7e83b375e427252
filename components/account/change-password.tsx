"use client";

import { FormProvider } from "react-hook-form";
import { TextField } from "@/components/form/fields";
import { faultsOf } from "@/components/form/use-contract-form";
import { type Post, usePostedForm } from "@/components/form/use-posted-form";
import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import { call, late } from "@/lib/api/call";
import { bodyOf, empty, type PasswordValues, UNLIKE } from "./values";

const contracts = late(() => import("@/lib/api/portal/account.contract"));

const check = async (values: PasswordValues) => [
  ...faultsOf((await contracts()).changeOwnPassword, bodyOf(values)),
  ...(values.password === values.again ? [] : [{ path: ["again"], message: UNLIKE }]),
];

async function change(values: PasswordValues): Promise<true> {
  await call((await contracts()).changeOwnPassword, { body: bodyOf(values) });
  return true;
}

/** Whoever is signed in chooses another password. */
export function ChangePassword({ post }: { post: Post<PasswordValues, true> }) {
  const { form, bind, fault, saved, pending } = usePostedForm({
    values: empty,
    check,
    save: change,
    onSaved: () => form.reset(empty),
    post,
    again: true,
  });
  return (
    <FormProvider {...form}>
      <form noValidate {...bind} className="flex flex-col gap-3">
        {saved && (
          <Alert tone="success" live title="Your password was changed">
            Every other session of yours is over.
          </Alert>
        )}
        {fault && (
          <Alert tone="danger" live title="Your password was not changed">
            {fault}
          </Alert>
        )}
        <TextField
          name="current"
          label="Current password"
          type="password"
          required
          autoComplete="current-password"
          defaultValue=""
        />
        <TextField
          name="password"
          label="New password"
          type="password"
          required
          autoComplete="new-password"
          hint="At least 12 characters."
          defaultValue=""
        />
        <TextField
          name="again"
          label="New password, again"
          type="password"
          required
          autoComplete="new-password"
          defaultValue=""
        />
        <div className="flex justify-end">
          <SubmitButton pending={pending}>Change password</SubmitButton>
        </div>
      </form>
    </FormProvider>
  );
}
