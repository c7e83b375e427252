"use client";

import { useActionState, useState } from "react";
import { FormProvider } from "react-hook-form";
import { CheckboxField, SelectField, TextField } from "@/components/form/fields";
import { placeProblem } from "@/components/form/problems";
import { faultsOf, useContractForm } from "@/components/form/use-contract-form";
import { useGuarded } from "@/components/form/use-guarded";
import type { Post } from "@/components/form/use-posted-form";
import { ValueConflict } from "@/components/form/value-conflict";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { Option } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { call, late } from "@/lib/api/call";
import type { User } from "@/lib/api/portal/users.contract";
import { roleNames } from "@/lib/core/role-names";
import type { Role } from "@/lib/core/scope";

const contracts = late(() => import("@/lib/api/portal/users.contract"));

export interface EditValues {
  name: string;
  role: string;
  active: boolean;
}

const check = async (values: EditValues) => faultsOf((await contracts()).updateUser, values);

// What the select offers are roles, and the contract has checked it.
const bodyOf = (values: EditValues) => ({ ...values, role: values.role as Role });

const inWords = ({ name, role, active }: EditValues) =>
  `${name}, ${roleNames[role as Role]}, ${active ? "can sign in" : "cannot sign in"}`;

/** Name, role, and whether the user may sign in at all. */
export function EditUser({
  user,
  roles,
  post,
}: {
  user: Pick<User, "id" | "name" | "role" | "active" | "version">;
  roles: readonly Option[];
  post: Post<EditValues>;
}) {
  const router = useRouter();
  const { id, version, name, role, active } = user;
  const [posted, action] = useActionState(post, { values: { name, role, active }, faults: {} });
  const form = useContractForm<EditValues>(check, {
    defaultValues: posted.values,
    faults: posted.faults,
  });
  const guarded = useGuarded<EditValues & { version: number }, EditValues>({
    save: async (values, ifMatch) =>
      call((await contracts()).updateUser, { params: { id }, body: bodyOf(values), ifMatch }),
    load: async () => call((await contracts()).showUser, { params: { id } }),
    versionOf: (saved) => saved.version,
    onSaved: (saved) => {
      toast.success(`${saved.name} was saved`, saved.active ? {} : { description: "Every session of theirs is over." });
      router.refresh();
    },
    onFault: (error) => void placeProblem(form, error),
  });
  /** What is to be saved, and ends every session of the user. */
  const [ending, setEnding] = useState<EditValues>();
  const fault = guarded.fault ?? posted.faults[""];
  const { conflict } = guarded;
  return (
    <FormProvider {...form}>
      <form
        noValidate
        action={action}
        onSubmit={form.handleSubmit(async (values) => {
          if (active && !values.active) setEnding(values);
          else await guarded.write(values, version);
        })}
      >
        <Card title="Access">
          <div className="flex flex-col gap-3">
            <input type="hidden" name="version" value={version} />
            {fault && (
              <Alert tone="danger" title="The user was not changed" live>
                {fault}
              </Alert>
            )}
            <TextField name="name" label="Name" required autoComplete="off" defaultValue={name} />
            <SelectField name="role" label="Role" required options={roles} defaultValue={role} />
            <CheckboxField
              name="active"
              label="May sign in"
              hint="Without it every session ends at once."
              defaultChecked={active}
            />
            <div className="flex justify-end">
              <SubmitButton pending={guarded.pending}>Save</SubmitButton>
            </div>
          </div>
        </Card>
      </form>
      <ConfirmDialog
        open={ending !== undefined}
        onClose={() => setEnding(undefined)}
        title={`Lock ${name} out?`}
        confirmLabel="Save and lock out"
        onConfirm={async () => {
          if (ending) await guarded.write(ending, version);
          setEnding(undefined);
        }}
      >
        <p>Every session of theirs is over at once, and they cannot sign in until somebody lets them again.</p>
      </ConfirmDialog>
      {conflict && (
        <ValueConflict
          what="this user"
          theirs={inWords(conflict.theirs)}
          mine={inWords(conflict.mine)}
          pending={guarded.pending}
          onMine={conflict.keepMine}
          onTheirs={() => {
            form.reset(conflict.theirs);
            conflict.keepTheirs();
            router.refresh();
          }}
        />
      )}
    </FormProvider>
  );
}
