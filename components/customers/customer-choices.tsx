"use client";

import { useQuery } from "@tanstack/react-query";
import { useSettled } from "@/components/form/use-settled";
import { call, late } from "@/lib/api/call";

const contracts = late(() => import("@/lib/api/portal/customers.contract"));

/** Customers by what was typed: an id, or whatever else they are known by. */
export function useCustomerChoices(typed: string) {
  const q = useSettled(typed.trim());
  const { data } = useQuery({
    queryKey: ["customers", "chosen", q],
    queryFn: async ({ signal }) =>
      call((await contracts()).listCustomers, {
        query: { q, limit: 10, fields: ["name", "reseller", "city", "external_id"] },
        signal,
      }),
    // Nobody is called anything longer: the API would refuse to look.
    enabled: q !== "" && q.length <= 200,
  });
  const found = data?.items ?? [];
  return { found, chosen: found.find(({ id }) => id === q) };
}

/** The proposals of a field for a customer's id. */
export const CustomerChoices = ({
  id,
  found,
}: {
  id: string;
  found: ReturnType<typeof useCustomerChoices>["found"];
}) => (
  <datalist id={id}>
    {found.map(({ id, name, reseller, city, external_id }) => (
      <option key={id} value={id}>
        {[name, city, external_id, reseller?.name].filter(Boolean).join(", ")}
      </option>
    ))}
  </datalist>
);
