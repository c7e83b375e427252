"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useFormContext } from "react-hook-form";
import { TextField } from "@/components/form/fields";
import { useSettled } from "@/components/form/use-settled";
import { call, late } from "@/lib/api/call";

const contracts = late(() => import("@/lib/api/portal/customers.contract"));

/** A customer by its id, which is looked up by whatever else it is known by. */
export function CustomerField({ defaultValue }: { defaultValue: string }) {
  const list = useId();
  const typed: string = useFormContext<{ customer_id: string }>().watch("customer_id") ?? defaultValue;
  const q = useSettled(typed.trim());
  const { data } = useQuery({
    queryKey: ["customers", "chosen", q],
    queryFn: async ({ signal }) =>
      call((await contracts()).listCustomers, {
        query: { q, limit: 10, fields: ["name", "reseller", "city", "external_id"] },
        signal,
      }),
    enabled: q !== "",
  });
  const found = data?.items ?? [];
  const chosen = found.find(({ id }) => id === q);
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
      <datalist id={list}>
        {found.map(({ id, name, reseller, city, external_id }) => (
          <option key={id} value={id}>
            {[name, city, external_id, reseller?.name].filter(Boolean).join(", ")}
          </option>
        ))}
      </datalist>
    </>
  );
}
