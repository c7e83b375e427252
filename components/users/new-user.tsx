"use client";

import { CreateForm } from "@/components/form/create-form";
import { SelectField, TextField } from "@/components/form/fields";
import { MadeOnce } from "@/components/form/made-once";
import { faultsOf } from "@/components/form/use-contract-form";
import { useHydrated } from "@/components/form/use-hydrated";
import { type Post, usePostedForm } from "@/components/form/use-posted-form";
import { CHOOSE_RESELLER, ResellerField } from "@/components/resellers/reseller-field";
import { Card } from "@/components/ui/card";
import type { Option } from "@/components/ui/input";
import { call, late } from "@/lib/api/call";
import type { Role } from "@/lib/core/scope";
import { bodyOf, type Invited, isOfReseller, roleHints, type UserValues } from "./values";

const contracts = late(() => import("@/lib/api/portal/users.contract"));

const check = async (values: UserValues) => faultsOf((await contracts()).inviteUser, bodyOf(values));

/** The same where a reseller's user needs one to be chosen. */
const checkChoosing = async (values: UserValues) => [
  ...(await check(values)),
  ...(isOfReseller(values.role) && !values.reseller_id ? [CHOOSE_RESELLER] : []),
];

async function invite(values: UserValues): Promise<Invited> {
  // The contract has checked it; what it lacks the API tells.
  const { user, password } = await call((await contracts()).inviteUser, { body: bodyOf(values) as never });
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
  const posted = usePostedForm({ values: empty, check: resellers ? checkChoosing : check, save: invite, post });
  const { form, values, saved } = posted;
  const role = form.watch("role") ?? values.role;
  const hydrated = useHydrated();

  if (saved) {
    return (
      <MadeOnce
        title={`${saved.name} can sign in`}
        label="password"
        secret={saved.password}
        list="/portal/users"
        see={{ href: `/portal/users/${saved.id}`, label: "See the user" }}
      >
        This is the password of {saved.email}. Hand it over on a safe way; whoever has it can choose another one.
      </MadeOnce>
    );
  }
  return (
    <CreateForm of={posted} failed="Nobody was added" cancel="/portal/users" submit="Add user" className="max-w-xl">
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
            <ResellerField resellers={resellers} defaultValue={values.reseller_id} />
          )}
        </div>
      </Card>
    </CreateForm>
  );
}
