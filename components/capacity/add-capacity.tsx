"use client";

import { useActionState } from "react";
import { FormProvider } from "react-hook-form";
import { SelectField, TextField } from "@/components/form/fields";
import { placeProblem } from "@/components/form/problems";
import { faultsOf, useContractForm } from "@/components/form/use-contract-form";
import { useGuarded } from "@/components/form/use-guarded";
import type { Post } from "@/components/form/use-posted-form";
import { ChangeConflict } from "@/components/form/value-conflict";
import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { call, late } from "@/lib/api/call";
import type { Capacity } from "@/lib/api/portal/belongings.contract";
import { capacityUnits } from "@/lib/core/capacity";
import { TotalsInWords } from "./totals-in-words";
import { bodyOf, type CapacityValues, emptyEntry } from "./values";

const contracts = late(() => import("@/lib/api/portal/belongings.contract"));

const check = async (values: CapacityValues) => faultsOf((await contracts()).addCapacity, bodyOf(values));

const units = Object.entries(capacityUnits).map(([value, label]) => ({ value, label: `${value}: ${label}` }));
const sides = [
  { value: "available", label: "Available: given to the customer" },
  { value: "consumed", label: "Consumed: used by the customer" },
];

/** One more entry; entries of one type add up. */
export function AddCapacity({
  customerId,
  version,
  post,
}: {
  customerId: string;
  version: number;
  /** What the form does by itself. */
  post: Post<CapacityValues>;
}) {
  const router = useRouter();
  const [posted, action] = useActionState(post, { values: emptyEntry, faults: {} });
  const form = useContractForm<CapacityValues>(check, { defaultValues: posted.values, faults: posted.faults });
  const params = { customer_id: customerId };
  const guarded = useGuarded<Capacity, CapacityValues>({
    shared: `capacity of ${customerId}`,
    save: async (values, ifMatch) => call((await contracts()).addCapacity, { params, body: bodyOf(values), ifMatch }),
    load: async () => call((await contracts()).showCapacity, { params }),
    versionOf: (saved) => saved.version,
    onSaved: () => {
      form.reset(emptyEntry);
      toast.success("The capacity was added");
      router.refresh();
    },
    onFault: (error) => void placeProblem(form, error),
  });
  const fault = guarded.fault ?? posted.faults[""];
  const { side, unit_type, amount, name, description } = posted.values;
  return (
    <FormProvider {...form}>
      <form
        action={action}
        noValidate
        className="flex flex-col gap-3"
        onSubmit={form.handleSubmit((values) => guarded.write(values, version))}
      >
        <input type="hidden" name="version" value={version} />
        {fault && (
          <Alert tone="danger" live>
            {fault}
          </Alert>
        )}
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          <SelectField name="side" label="Side" required options={sides} defaultValue={side} />
          <SelectField name="unit_type" label="Unit type" required options={units} defaultValue={unit_type} />
          <TextField
            name="amount"
            label="Amount"
            required
            inputMode="numeric"
            autoComplete="off"
            hint="Whole units."
            defaultValue={amount}
          />
          <TextField
            name="name"
            label="Name"
            autoComplete="off"
            hint="Such as the contract it comes from."
            defaultValue={name}
          />
          <TextField
            name="description"
            label="Description"
            autoComplete="off"
            className="lg:col-span-2"
            defaultValue={description}
          />
        </div>
        <div>
          <SubmitButton pending={guarded.pending}>Add capacity</SubmitButton>
        </div>
      </form>
      <ChangeConflict
        of={guarded}
        what="the capacity of this customer"
        theirs={({ totals }) => <TotalsInWords totals={totals} />}
        mine={({ amount, unit_type, side }) => `Add ${amount} ${unit_type} ${side}`}
      />
    </FormProvider>
  );
}
