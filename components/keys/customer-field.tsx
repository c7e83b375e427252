"use client";

import { useId } from "react";
import { useFormContext } from "react-hook-form";
import { CustomerChoices, useCustomerChoices } from "@/components/customers/customer-choices";
import { TextField } from "@/components/form/fields";

/** A customer by its id, which is looked up by whatever else it is known by. */
export function CustomerField({ defaultValue }: { defaultValue: string }) {
  const list = useId();
  const typed: string = useFormContext<{ customer_id: string }>().watch("customer_id") ?? defaultValue;
  const { found, chosen } = useCustomerChoices(typed);
  return (
    <>
      <TextField
        name="customer_id"
        label="Customer"
        required
        list={list}
        autoComplete="off"
        spellCheck={false}
        hint={chosen?.name ?? "Begin to type a name and choose, or paste the customer's id."}
        defaultValue={defaultValue}
      />
      <CustomerChoices id={list} found={found} />
    </>
  );
}
