"use client";

import { useRouter } from "next/navigation";
import { useId } from "react";
import { FormProvider } from "react-hook-form";
import type { z } from "zod";
import { SelectField, TextField } from "@/components/form/fields";
import { withoutEmpty } from "@/components/form/names";
import { placeProblem } from "@/components/form/problems";
import { faultsOf, useContractForm } from "@/components/form/use-contract-form";
import { useGuarded } from "@/components/form/use-guarded";
import { ChangeConflict } from "@/components/form/value-conflict";
import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { call, late } from "@/lib/api/call";
import type { addCapacity, Capacity } from "@/lib/api/portal/belongings.contract";
import { capacityUnits } from "@/lib/core/capacity";
import { TotalsInWords } from "./totals-in-words";

const contracts = late(() => import("@/lib/api/portal/belongings.contract"));

interface Values {
  side: string;
  unit_type: string;
  amount: string;
  name: string;
  description: string;
}

const empty: Values = { side: "available", unit_type: "CU", amount: "", name: "", description: "" };

/** `check` says whether it is what the API takes. */
const bodyOf = ({ amount, ...rest }: Values) =>
  withoutEmpty({ ...rest, amount: amount.trim() === "" ? undefined : Number(amount) }) as z.input<
    NonNullable<typeof addCapacity.body>
  >;

const check = async (values: Values) => faultsOf((await contracts()).addCapacity, bodyOf(values));

const units = Object.entries(capacityUnits).map(([value, label]) => ({ value, label: `${value}: ${label}` }));
const sides = [
  { value: "available", label: "Available: given to the customer" },
  { value: "consumed", label: "Consumed: used by the customer" },
];

/** One more entry; entries of one type add up. */
export function AddCapacity({ customerId, version }: { customerId: string; version: number }) {
  const router = useRouter();
  const id = useId();
  const form = useContractForm<Values>(check, { defaultValues: empty });
  const params = { customer_id: customerId };
  const guarded = useGuarded<Capacity, Values>({
    shared: `capacity of ${customerId}`,
    save: async (values, ifMatch) => call((await contracts()).addCapacity, { params, body: bodyOf(values), ifMatch }),
    load: async () => call((await contracts()).showCapacity, { params }),
    versionOf: (saved) => saved.version,
    onSaved: () => {
      form.reset(empty);
      toast.success("The capacity was added");
      router.refresh();
    },
    onFault: (error) => void placeProblem(form, error),
  });
  return (
    <FormProvider {...form}>
      <form
        id={id}
        noValidate
        className="flex flex-col gap-3"
        onSubmit={form.handleSubmit((values) => {
          if (!guarded.pending) guarded.write(values, version);
        })}
      >
        {guarded.fault && (
          <Alert tone="danger" live>
            {guarded.fault}
          </Alert>
        )}
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          <SelectField name="side" label="Side" required options={sides} />
          <SelectField name="unit_type" label="Unit type" required options={units} />
          <TextField name="amount" label="Amount" required inputMode="numeric" autoComplete="off" hint="Whole units." />
          <TextField name="name" label="Name" autoComplete="off" hint="Such as the contract it comes from." />
          <TextField name="description" label="Description" autoComplete="off" className="lg:col-span-2" />
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
