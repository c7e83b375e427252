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

/** Addresses there say nothing of whose they are. */
const publicMailers = /^(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|gmx|web|aol|proton|protonmail)\./;

type Traits = Record<string, string>;

/** What is said enough of: fewer than three characters say nothing yet. */
const told = (traits: Readonly<Record<string, unknown>>): Traits =>
  Object.fromEntries(
    Object.entries(traits)
      .map(([key, value]) => [key, String(value ?? "").trim()] as const)
      .filter(([, value]) => value.length > 2 && value.length <= 255),
  );

/** What two customers could have in common, as questions: of domains each is one. */
function questionsOf({ name, tax_id, email = "", accounts = [] }: Partial<CustomerValues>): Traits[] {
  const prefixes = accounts.map((account) => dataOf(account)?.Domain).filter((one) => typeof one === "string");
  const mailed = email.split("@")[1] ?? "";
  const domains = prefixes.flatMap((one) => [one, one && `${one}.onmicrosoft.com`]);
  const all = [...domains, publicMailers.test(mailed.toLowerCase()) ? "" : mailed];
  return [told({ name, tax_id, email }), ...all.map((domain) => told({ domain }))].filter(
    (traits) => Object.keys(traits).length > 0,
  );
}

async function ask(questions: readonly Traits[], signal: AbortSignal) {
  const { findDuplicates } = await contracts();
  const answers = await Promise.all(questions.map((query) => call(findDuplicates, { query, signal })));
  const items = answers.flatMap((answer) => answer.items);
  // Who is alike in several ways stands there once, with all of them.
  return [...new Map(items.map((item) => [item.id, item])).values()].map((item) => ({
    ...item,
    alike: [...new Set(items.filter(({ id }) => id === item.id).flatMap(({ alike }) => alike))],
  }));
}

/** Customers that the one being filled in may be already. Nobody is held back: two may well be alike. */
export function Duplicates() {
  const [name, tax_id, email, accounts] = useWatch<CustomerValues, ["name", "tax_id", "email", "accounts"]>({
    name: ["name", "tax_id", "email", "accounts"],
  });
  const asked = useSettled(JSON.stringify(questionsOf({ name, tax_id, email: email ?? "", accounts: accounts ?? [] })));
  const { data } = useQuery({
    queryKey: ["duplicates", asked],
    queryFn: ({ signal }) => ask(JSON.parse(asked), signal),
    enabled: asked !== "[]",
    placeholderData: keepPreviousData,
  });
  const items = asked === "[]" ? [] : (data ?? []);
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
