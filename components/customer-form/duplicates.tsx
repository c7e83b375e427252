"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import { useSettled } from "@/components/form/use-settled";
import { Alert } from "@/components/ui/alert";
import { StatusBadge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { call, late } from "@/lib/api/call";
import { type CustomerValues, dataOf } from "./values";

const contracts = late(() => import("@/lib/api/portal/customers.contract"));

const reasons = { name: "same name", tax_id: "same tax id", email: "same e-mail", domain: "same domain" };

/** What two customers could have in common; fewer than three characters say nothing yet. */
function useTraits(): Record<string, string> {
  const [name, tax_id, email, accounts] = useWatch<CustomerValues, ["name", "tax_id", "email", "accounts"]>({
    name: ["name", "tax_id", "email", "accounts"],
  });
  const domain = (accounts ?? []).map((account) => dataOf(account)?.Domain).find((one) => typeof one === "string");
  const traits = { name, tax_id, email, domain };
  const told = Object.entries(traits).map(([key, value]) => [key, String(value ?? "").trim()] as const);
  return Object.fromEntries(told.filter(([, value]) => value.length > 2 && value.length <= 255));
}

/** Customers that the one being filled in may be already. Nobody is held back: two may well be alike. */
export function Duplicates() {
  const asked = useSettled(JSON.stringify(useTraits()));
  const { data } = useQuery({
    queryKey: ["duplicates", asked],
    queryFn: async ({ signal }) => call((await contracts()).findDuplicates, { query: JSON.parse(asked), signal }),
    enabled: asked !== "{}",
    placeholderData: keepPreviousData,
  });
  const items = asked === "{}" ? [] : (data?.items ?? []);
  if (items.length === 0) return null;
  return (
    <Alert
      tone="warning"
      live
      title={items.length === 1 ? "There is a customer like this" : "There are customers like this"}
    >
      <ul className="mt-1 flex flex-col gap-1">
        {items.map(({ id, name, status, city, country, alike }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2">
            <TextLink href={`/portal/customers/${id}`} target="_blank">
              {name}
              <span className="sr-only"> (opens in a new tab)</span>
            </TextLink>
            <StatusBadge status={status} />
            <span className="text-muted">{[city, country].filter(Boolean).join(", ")}</span>
            <span>{alike.map((trait) => reasons[trait]).join(", ")}</span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
