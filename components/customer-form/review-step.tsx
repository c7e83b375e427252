"use client";

import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { marginOf, marginText, offerTypeLabels } from "@/components/margins/example";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { OfferType } from "@/lib/core/money";
import { agreementFields } from "./agreement-fields";
import { type Choices, company, contact, type Detail } from "./details";
import { dataFields } from "./provider-fields";
import { type Step, stepLabels } from "./steps";
import { type AccountValues, type CustomerValues, dataOf, type ProviderOption } from "./values";

const shown = (value: unknown): string | null => {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "string") return value;
  return Array.isArray(value) && value.length === 0 ? null : JSON.stringify(value);
};

function Part({ step, onGo, children }: { step: Step; onGo: (step: Step) => void; children: ReactNode }) {
  const label = stepLabels[step];
  return (
    <Card
      title={label}
      actions={
        <Button size="sm" onClick={() => onGo(step)}>
          Change<span className="sr-only"> {label.toLowerCase()}</span>
        </Button>
      }
    >
      {children}
    </Card>
  );
}

const detailItems = (details: readonly Detail[], values: CustomerValues, choices: Choices) =>
  details.flatMap(({ name, label, options }) => {
    const chosen = options?.(choices)?.find(({ value }) => value === values[name]);
    const value = chosen?.label ?? shown(values[name]);
    return value === null ? [] : [{ term: label, value }];
  });

/** Whose customer it becomes is always said. */
const resellerItem = ({ resellers, reseller }: Choices, chosen: string | undefined) => ({
  term: "Reseller",
  value: reseller ?? resellers?.find(({ value }) => value === chosen)?.label ?? "None: a direct customer",
});

const companyDetails = company.filter(({ name }) => name !== "reseller_id");

function accountItems(account: AccountValues, provider: ProviderOption) {
  const data = dataOf(account) ?? {};
  const labels = new Map(dataFields[provider.kind].map(({ name, label }) => [name, label]));
  const told = Object.entries(data).filter(([name]) => !agreementFields.includes(name));
  return [
    { term: `Customer id at ${provider.name}`, value: shown(account.provider_customer_id) },
    ...told.map(([name, value]) => ({ term: labels.get(name) ?? name, value: shown(value) })),
  ].filter(({ value }) => value !== null);
}

function marginItems(account: AccountValues, provider: ProviderOption) {
  const margin = marginOf(account.margin);
  const overrides = Object.entries(account.offer_type_margins ?? {}).flatMap(([type, values]) => {
    const own = marginOf(values);
    // A key of the table of overrides, which has offer types only.
    return own ? [{ term: offerTypeLabels[type as OfferType], value: marginText(own) }] : [];
  });
  return [{ term: provider.name, value: margin ? marginText(margin) : null }, ...overrides];
}

function agreementItems(account: AccountValues, provider: ProviderOption) {
  const { AcceptedMCA, AgreementDate, FirstName, LastName, Email } = dataOf(account) ?? {};
  const by = [FirstName, LastName, Email].filter(Boolean).join(" ");
  return AcceptedMCA === true
    ? { term: provider.name, value: `Accepted on ${String(AgreementDate ?? "").slice(0, 10)} by ${by}` }
    : { term: provider.name, value: "Required" };
}

export interface ReviewProps {
  providers: readonly ProviderOption[];
  choices: Choices;
  onGo: (step: Step) => void;
}

/** All that will be saved, with the way back to each step. */
export function ReviewStep({ providers, choices, onGo }: ReviewProps) {
  const values = useFormContext<CustomerValues>().getValues();
  const accounts = values.accounts.flatMap((account) => {
    const provider = providers.find(({ id }) => id === account.provider_id);
    return provider ? [{ account, provider }] : [];
  });
  const contactItems = detailItems(contact, values, choices);
  const asking = accounts.filter(({ provider }) => provider.kind === "microsoft");
  return (
    <div className="flex flex-col gap-3">
      <Part step="company" onGo={onGo}>
        <DescriptionList
          columns={2}
          items={[resellerItem(choices, values.reseller_id), ...detailItems(companyDetails, values, choices)]}
        />
      </Part>
      <Part step="contact" onGo={onGo}>
        {contactItems.length > 0 ? (
          <DescriptionList columns={2} items={contactItems} />
        ) : (
          <p className="text-muted">No contact.</p>
        )}
      </Part>
      <Part step="providers" onGo={onGo}>
        {accounts.length === 0 && <p className="text-muted">No provider account.</p>}
        <div className="flex flex-col gap-3">
          {accounts.map(({ account, provider }) => (
            <div key={provider.id}>
              <h3 className="mb-1 font-medium">
                {provider.name}
                {provider.disambiguation && (
                  <span className="ml-1 font-normal text-muted">{provider.disambiguation}</span>
                )}
              </h3>
              <DescriptionList columns={2} items={accountItems(account, provider)} />
            </div>
          ))}
        </div>
      </Part>
      {accounts.length > 0 && (
        <Part step="margins" onGo={onGo}>
          <DescriptionList
            columns={2}
            items={accounts.flatMap(({ account, provider }) => marginItems(account, provider))}
          />
        </Part>
      )}
      {asking.length > 0 && (
        <Part step="agreement" onGo={onGo}>
          <DescriptionList items={asking.map(({ account, provider }) => agreementItems(account, provider))} />
        </Part>
      )}
    </div>
  );
}
