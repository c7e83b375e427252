"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { CheckboxField, TextField } from "@/components/form/fields";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/radio-group";
import { EmptyState } from "@/components/ui/states";
import type { CustomerValues, ProviderOption } from "./values";

function Signatory({ name }: { name: string }) {
  const { getValues, setValue } = useFormContext();
  const copy = () => {
    const [FirstName, LastName, Email, Phone] = getValues(["first_name", "last_name", "email", "phone"]);
    for (const [field, value] of Object.entries({ FirstName, LastName, Email, Phone })) {
      setValue(`${name}.${field}`, value ?? "", { shouldValidate: true });
    }
  };
  return (
    <div className="flex flex-col gap-3">
      <div>
        <Button size="sm" onClick={copy}>
          Use the customer's contact
        </Button>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField name={`${name}.FirstName`} label="Signatory's first name" required autoComplete="off" />
        <TextField name={`${name}.LastName`} label="Signatory's last name" required autoComplete="off" />
        <TextField name={`${name}.Email`} label="Signatory's e-mail" type="email" required eager autoComplete="off" />
        <TextField name={`${name}.Phone`} label="Signatory's phone" type="tel" autoComplete="off" />
        <TextField name={`${name}.AgreementDate`} label="Accepted on" type="date" required />
      </div>
      <CheckboxField name={`${name}.KeepPrimaryInformation`} label="Keep the primary contact that Microsoft has" />
    </div>
  );
}

function Agreement({ index, provider }: { index: number; provider: ProviderOption }) {
  const { setValue } = useFormContext();
  const account = useWatch<CustomerValues>({ name: `accounts.${index}` }) as CustomerValues["accounts"][number];
  const name = `accounts.${index}.data`;
  const accepted = account.data?.AcceptedMCA === true;
  return (
    <Card title={`${provider.name} Customer Agreement`} description={provider.disambiguation ?? undefined}>
      {account.raw === undefined ? (
        <div className="flex flex-col gap-4">
          <RadioGroup
            legend="Has the customer accepted it?"
            name={`agreement-${index}`}
            value={accepted ? "yes" : "no"}
            onChange={({ target }) => setValue(`${name}.AcceptedMCA`, target.value === "yes", { shouldValidate: true })}
            options={[
              { value: "no", label: "Not yet", hint: "The account starts with its agreement required." },
              { value: "yes", label: "Yes", hint: "You confirm who accepted it, and when." },
            ]}
          />
          {accepted && <Signatory name={name} />}
        </div>
      ) : (
        <Alert tone="accent">
          The account's data are written as JSON: AcceptedMCA, AgreementDate, FirstName, LastName and Email say it
          there.
        </Alert>
      )}
    </Card>
  );
}

/** Who accepted the vendor's agreement, for the accounts whose vendor asks for one. */
export function AgreementStep({ providers }: { providers: readonly ProviderOption[] }) {
  const accounts = useWatch<CustomerValues, "accounts">({ name: "accounts" }) ?? [];
  const asking = accounts.flatMap((account, index) => {
    const provider = providers.find(({ id, kind }) => id === account.provider_id && kind === "microsoft");
    return provider ? [{ index, provider }] : [];
  });
  if (asking.length === 0) {
    return (
      <EmptyState title="No agreement is needed">Only Microsoft accounts ask for the customer's agreement.</EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      {asking.map(({ index, provider }) => (
        <Agreement key={provider.id} index={index} provider={provider} />
      ))}
    </div>
  );
}
