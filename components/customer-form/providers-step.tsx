"use client";

import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { useFault } from "@/components/form/fields";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Switch } from "@/components/ui/choice";
import { EmptyState } from "@/components/ui/states";
import { ProviderData } from "./provider-data";
import { emptyData } from "./provider-fields";
import type { CustomerValues, ProviderOption } from "./values";

function Account({ index, provider }: { index: number; provider: ProviderOption }) {
  const name = `accounts.${index}`;
  const country = useWatch<CustomerValues, "country">({ name: "country" });
  const fault = useFault(`${name}.provider_id`, provider.name);
  const elsewhere = country && provider.supportedCountries.length > 0 && !provider.supportedCountries.includes(country);
  return (
    <div className="mt-3 flex flex-col gap-3 border-t pt-3">
      {fault && (
        <Alert tone="danger" live>
          {fault}
        </Alert>
      )}
      {elsewhere && <Alert tone="warning">{provider.name} does not sell in the customer's country.</Alert>}
      <ProviderData name={name} provider={provider} />
    </div>
  );
}

/** A card per provider instance; those switched on get an account with the customer. */
export function ProvidersStep({ providers }: { providers: readonly ProviderOption[] }) {
  const { control } = useFormContext<CustomerValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "accounts", keyName: "key" });
  if (providers.length === 0) {
    return (
      <EmptyState title="No provider is open to your organisation">
        The customer can be created without one; accounts can be added later.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">Switch on where this customer gets an account. None is needed to create it.</p>
      {providers.map((provider) => {
        const index = fields.findIndex(({ provider_id }) => provider_id === provider.id);
        return (
          <Card key={provider.id}>
            <div className="flex flex-wrap items-start justify-between gap-2">
              <Switch
                label={<span className="font-medium">{provider.name}</span>}
                hint={provider.disambiguation ?? undefined}
                checked={index >= 0}
                onChange={({ target }) =>
                  target.checked
                    ? append({ provider_id: provider.id, data: emptyData(provider.kind) }, { shouldFocus: false })
                    : remove(index)
                }
              />
              {provider.requiredCredentials.length > 0 && index >= 0 && (
                <Badge>{provider.requiredCredentials.length} credentials to add later</Badge>
              )}
            </div>
            {index >= 0 && <Account key={index} index={index} provider={provider} />}
          </Card>
        );
      })}
    </div>
  );
}
