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
import { TextLink } from "@/components/ui/text-link";
import { call } from "@/lib/api/call";
import { createKey } from "@/lib/api/portal/keys.contract";
import type { Level, Permission } from "@/lib/core/scope";
import { CustomerField } from "./customer-field";
import { PermissionPicker } from "./permission-picker";
import { bodyOf, type KeyValues, levelHints, type MadeKey } from "./values";

const check = (values: KeyValues) => faultsOf(createKey, bodyOf(values));

async function make(values: KeyValues): Promise<MadeKey> {
  // The contract has checked it; what it lacks the API tells.
  const { key, secret } = await call(createKey, { body: bodyOf(values) as never });
  return { id: key.id, name: key.name, secret };
}

export function NewKey({
  first,
  levels,
  resellers,
  permissions,
  post,
}: {
  first: KeyValues;
  levels: readonly Option[];
  /** Undefined where there is nothing to choose. */
  resellers: readonly Option[] | undefined;
  /** What whoever makes the key may do itself. */
  permissions: readonly Permission[];
  post: Post<KeyValues, MadeKey>;
}) {
  const { form, bind, values, fault, saved, pending } = usePostedForm({
    values: first,
    check,
    save: make,
    post,
  });
  const hydrated = useHydrated();
  const level = form.watch("level") ?? values.level;

  if (saved) {
    return (
      <Card title={`The key ${saved.name} is ready`} className="max-w-xl">
        <ShownOnce label="key" value={saved.secret}>
          Only a hash of it is kept. A lost key is replaced by a new one.
        </ShownOnce>
        <div className="mt-4 flex flex-wrap items-center gap-2">
          <LinkButton href="/portal/keys" variant="primary">
            Done
          </LinkButton>
          <LinkButton href={`/portal/keys/${saved.id}`}>See the key</LinkButton>
          <TextLink href="/portal/reference">API reference</TextLink>
        </div>
      </Card>
    );
  }
  return (
    <FormProvider {...form}>
      <form {...bind} className="flex max-w-xl flex-col gap-4">
        {fault && (
          <Alert tone="danger" title="No key was made" live>
            {fault}
          </Alert>
        )}
        <Card>
          <div className="flex flex-col gap-3">
            <TextField
              name="name"
              label="Name"
              required
              autoComplete="off"
              hint="The program that will have it: the audit log calls it by this name."
              defaultValue={values.name}
            />
            <SelectField
              name="level"
              label="Level"
              required
              // The levels on offer are levels.
              hint={`${levelHints[level as Level] ?? ""}.`}
              options={levels}
              defaultValue={values.level}
            />
            {resellers && (level === "reseller" || !hydrated) && (
              <SelectField
                name="reseller_id"
                label="Reseller"
                required
                placeholder="Choose a reseller"
                options={resellers}
                defaultValue={values.reseller_id}
              />
            )}
            {(level === "customer" || !hydrated) && <CustomerField defaultValue={values.customer_id} />}
            <TextField
              name="expires_at"
              label="Expires on"
              type="date"
              hint="At the beginning of that day, UTC. Left empty: never."
              defaultValue={values.expires_at}
            />
          </div>
        </Card>
        <Card>
          <PermissionPicker offered={permissions} chosen={values.permissions} />
        </Card>
        <div className="flex flex-wrap justify-end gap-2">
          <LinkButton href="/portal/keys">Cancel</LinkButton>
          <SubmitButton pending={pending}>Make key</SubmitButton>
        </div>
      </form>
    </FormProvider>
  );
}
