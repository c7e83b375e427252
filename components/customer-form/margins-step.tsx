"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { SelectField, TextField } from "@/components/form/fields";
import { marginOf, marginText, offerTypeLabels, ruleHints, ruleLabels } from "@/components/margins/example";
import { PriceExample } from "@/components/margins/price-example";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { type Margin, marginRules, type OfferType, type OfferTypeMargins } from "@/lib/core/money";
import type { AccountValues, CustomerValues, MarginValues, ProviderOption } from "./values";

const rules = marginRules.map((value) => ({ value, label: ruleLabels[value] }));

/** Rule and percentage. An empty rule means "as the level above", which `inherited` tells. */
function MarginFields({ name, of, none }: { name: string; of: string; none: string }) {
  const { clearErrors, setValue } = useFormContext();
  const rule: unknown = useWatch({ name: `${name}.rule` });
  const known = marginRules.find((one) => one === rule);
  return (
    <div className="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <SelectField
        name={`${name}.rule`}
        label={`Rule for ${of}`}
        placeholder={none}
        options={rules}
        hint={known && ruleHints[known]}
        onInput={({ currentTarget }) => {
          // A percentage without a rule would be half a margin.
          if (currentTarget.value !== "") return;
          setValue(`${name}.value`, "");
          clearErrors(name);
        }}
      />
      {known && (
        <TextField
          name={`${name}.value`}
          label={`Percent for ${of}`}
          inputMode="decimal"
          autoComplete="off"
          required
          eager
        />
      )}
    </div>
  );
}

const filledIn = (overrides: Partial<Record<OfferType, MarginValues>> = {}): OfferTypeMargins =>
  Object.fromEntries(
    Object.entries(overrides).flatMap(([type, values]) => {
      const margin = marginOf(values);
      return margin ? [[type, margin]] : [];
    }),
  );

function Overrides({ name, types, margin }: { name: string; types: readonly OfferType[]; margin: Margin | null }) {
  if (types.length === 0) return null;
  const none = margin ? `As the account: ${marginText(margin)}` : "As the account: none";
  return (
    <details className="rounded-md border px-3 py-2">
      <summary className="cursor-pointer font-medium">Other margins for some offer types</summary>
      <div className="mt-3 flex flex-col gap-3">
        {types.map((type) => (
          <MarginFields key={type} name={`${name}.${type}`} of={offerTypeLabels[type]} none={none} />
        ))}
      </div>
    </details>
  );
}

/** The margins of the account whose fields begin with `at`, with what they make of a price. */
export function AccountMargins({ at, provider }: { at: string; provider: ProviderOption }) {
  const account: Partial<AccountValues> = useWatch({ name: at }) ?? {};
  const margin = marginOf(account.margin);
  return (
    <div className="flex flex-col gap-4">
      <MarginFields name={`${at}.margin`} of="the account" none="No margin yet" />
      <Overrides name={`${at}.offer_type_margins`} types={provider.offerTypes} margin={margin} />
      <PriceExample
        provider={provider.name}
        margin={margin}
        overrides={filledIn(account.offer_type_margins)}
        offerTypes={provider.offerTypes}
      />
    </div>
  );
}

/** What is earned with each account, with a live example. */
export function MarginsStep({ providers }: { providers: readonly ProviderOption[] }) {
  const accounts = useWatch<CustomerValues, "accounts">({ name: "accounts" }) ?? [];
  if (accounts.length === 0) {
    return (
      <EmptyState title="No account to earn with">
        Margins belong to provider accounts. Switch on a provider in the step before, or go on without.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      {accounts.map((account, index) => {
        const provider = providers.find(({ id }) => id === account.provider_id);
        return (
          provider && (
            <Card key={provider.id} title={provider.name} description={provider.disambiguation ?? undefined}>
              <AccountMargins at={`accounts.${index}`} provider={provider} />
            </Card>
          )
        );
      })}
    </div>
  );
}
