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
import { TextLink } from "@/components/ui/text-link";
import { call, late } from "@/lib/api/call";
import { isUuid } from "@/lib/core/ids";
import type { Level, Permission } from "@/lib/core/scope";
import { CustomerField } from "./customer-field";
import { PermissionPicker } from "./permission-picker";
import { bodyOf, type KeyValues, levelHints, type MadeKey } from "./values";

const contracts = late(() => import("@/lib/api/portal/keys.contract"));

const CHOOSE_CUSTOMER = { path: ["customer_id"], message: "Choose a customer of the list, or paste its id" };

const check = async (values: KeyValues) => {
  const faults = faultsOf((await contracts()).createKey, bodyOf(values)).filter(
    ({ path }) => path[0] !== "customer_id",
  );
  const lacks = values.level === "customer" && !isUuid(values.customer_id.trim());
  return lacks ? [...faults, CHOOSE_CUSTOMER] : faults;
};

/** The same where a reseller's key needs one to be chosen. */
const checkChoosing = async (values: KeyValues) => [
  ...(await check(values)),
  ...(values.level === "reseller" && !values.reseller_id ? [CHOOSE_RESELLER] : []),
];

async function make(values: KeyValues): Promise<MadeKey> {
  // The contract has checked it; what it lacks the API tells.
  const { key, secret } = await call((await contracts()).createKey, { body: bodyOf(values) as never });
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
  const posted = usePostedForm({ values: first, check: resellers ? checkChoosing : check, save: make, post });
  const { form, values, saved } = posted;
  const hydrated = useHydrated();
  const level = form.watch("level") ?? values.level;

  if (saved) {
    return (
      <MadeOnce
        title={`The key ${saved.name} is ready`}
        label="key"
        secret={saved.secret}
        list="/portal/keys"
        see={{ href: `/portal/keys/${saved.id}`, label: "See the key" }}
        more={<TextLink href="/portal/reference">API reference</TextLink>}
      >
        Only a hash of it is kept. A lost key is replaced by a new one.
      </MadeOnce>
    );
  }
  return (
    <CreateForm of={posted} failed="No key was made" cancel="/portal/keys" submit="Make key" className="max-w-xl">
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
            <ResellerField resellers={resellers} defaultValue={values.reseller_id} />
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
    </CreateForm>
  );
}
