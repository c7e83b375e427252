"use client";

import { FormProvider } from "react-hook-form";
import { SelectField, TextField } from "@/components/form/fields";
import { faultsOf } from "@/components/form/use-contract-form";
import { useHydrated } from "@/components/form/use-hydrated";
import { type Post, usePostedForm } from "@/components/form/use-posted-form";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Option } from "@/components/ui/input";
import { ShownOnce } from "@/components/ui/shown-once";
import { SubmitButton } from "@/components/ui/submit-button";
import { call } from "@/lib/api/call";
import { inviteUser } from "@/lib/api/portal/users.contract";
import type { Role } from "@/lib/core/scope";
import { bodyOf, type Invited, isOfReseller, roleHints, type UserValues } from "./values";

const check = (values: UserValues) => faultsOf(inviteUser, bodyOf(values));

async function invite(values: UserValues): Promise<Invited> {
  // The contract has checked it; what it lacks the API tells.
  const { user, password } = await call(inviteUser, { body: bodyOf(values) as never });
  return { id: user.id, name: user.name, email: user.email, password: password ?? "" };
}

export function NewUser({
  roles,
  resellers,
  post,
}: {
  roles: readonly Option[];
  /** Undefined where there is nothing to choose. */
  resellers: readonly Option[] | undefined;
  post: Post<UserValues, Invited>;
}) {
  const empty = { email: "", name: "", role: roles.at(-1)?.value ?? "", reseller_id: "" };
  const { form, bind, values, fault, saved, pending } = usePostedForm({ values: empty, check, save: invite, post });
  const role = form.watch("role") ?? values.role;
  const hydrated = useHydrated();

  if (saved) {
    return (
      <Card title={`${saved.name} can sign in`} className="max-w-xl">
        <ShownOnce label="password" value={saved.password}>
          This is the password of {saved.email}. Hand it over on a safe way; whoever has it can choose another one.
        </ShownOnce>
        <div className="mt-4 flex flex-wrap gap-2">
          <LinkButton href="/portal/users" variant="primary">
            Done
          </LinkButton>
          <LinkButton href={`/portal/users/${saved.id}`}>See the user</LinkButton>
        </div>
      </Card>
    );
  }
  return (
    <FormProvider {...form}>
      <form {...bind} className="flex max-w-xl flex-col gap-4">
        {fault && (
          <Alert tone="danger" title="Nobody was added" live>
            {fault}
          </Alert>
        )}
        <Card>
          <div className="flex flex-col gap-3">
            <TextField name="name" label="Name" required autoComplete="off" defaultValue={values.name} />
            <TextField
              name="email"
              label="E-mail"
              type="email"
              required
              autoComplete="off"
              hint="What the user signs in with."
              defaultValue={values.email}
            />
            <SelectField
              name="role"
              label="Role"
              required
              // The roles on offer are roles.
              hint={`${roleHints[role as Role] ?? ""}.`}
              options={roles}
              defaultValue={values.role}
            />
            {/* Which role it is for is told by a script: until it is there, the choice stands beside every role. */}
            {resellers && (isOfReseller(role) || !hydrated) && (
              <SelectField
                name="reseller_id"
                label="Reseller"
                required
                placeholder="Choose a reseller"
                options={resellers}
                defaultValue={values.reseller_id}
              />
            )}
          </div>
        </Card>
        <div className="flex flex-wrap justify-end gap-2">
          <LinkButton href="/portal/users">Cancel</LinkButton>
          <SubmitButton pending={pending}>Add user</SubmitButton>
        </div>
      </form>
    </FormProvider>
  );
}
