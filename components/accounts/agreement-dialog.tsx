"use client";

import type { z } from "zod";
import type { ProviderOption } from "@/components/customer-form/values";
import { CheckboxField, TextField } from "@/components/form/fields";
import { withoutEmpty } from "@/components/form/names";
import { faultsOf, useContractForm } from "@/components/form/use-contract-form";
import { formatInstant } from "@/components/ui/format";
import { call } from "@/lib/api/call";
import { type Account, acceptAgreement } from "@/lib/api/portal/accounts.contract";
import { AccountDialog, type AccountPlace } from "./account-dialog";

interface Values {
  account: {
    first_name?: string;
    last_name?: string;
    email?: string;
    phone?: string;
    /** A day, as a date control has it. */
    agreement_date?: string;
    keep_primary_information?: boolean;
  };
}

type Body = z.input<NonNullable<typeof acceptAgreement.body>>;

/** `check` says whether it is what the API takes. */
const bodyOf = ({ account: { agreement_date, ...rest } }: Values) =>
  withoutEmpty({ ...rest, agreement_date: agreement_date && `${agreement_date}T00:00:00Z` }) as Body;

const check = async (values: Values) =>
  faultsOf(acceptAgreement, bodyOf(values) ?? {}).map(({ path, message }) => ({ path: ["account", ...path], message }));

const nameOf = ({ first_name, last_name, email }: { first_name?: string; last_name?: string; email?: string }) =>
  `${[first_name, last_name].filter(Boolean).join(" ")} (${email ?? "no e-mail"})`;

/** Who accepted the provider's agreement for the customer, and when. */
export default function AgreementDialog({
  place,
  provider,
  account,
  contact,
  today,
  onClose,
}: {
  place: AccountPlace;
  provider: ProviderOption;
  account: Account;
  contact: { first_name: string; last_name: string; email: string; phone: string };
  /** As a date control has it: nobody accepts tomorrow. */
  today: string;
  onClose: () => void;
}) {
  const form = useContractForm<Values>(check, {
    defaultValues: { account: { ...(account.agreement?.signatory ?? contact), agreement_date: today } },
  });
  return (
    <AccountDialog
      title={`${provider.name} agreement`}
      description="You confirm that this person accepted the provider's customer agreement."
      confirm="Record acceptance"
      form={form}
      place={place}
      version={account.version}
      save={(values, version) => call(acceptAgreement, { params: place, body: bodyOf(values), ifMatch: version })}
      inWords={({ agreement }) =>
        agreement?.date_agreed
          ? `${nameOf(agreement.signatory ?? {})}, ${formatInstant(agreement.date_agreed)}`
          : "Not accepted"
      }
      mine={({ account: mine }) => `${nameOf(mine)}, ${mine.agreement_date}`}
      saved="The acceptance was recorded"
      onClose={onClose}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField name="account.first_name" label="Signatory's first name" required autoComplete="off" />
        <TextField name="account.last_name" label="Signatory's last name" required autoComplete="off" />
        <TextField name="account.email" label="Signatory's e-mail" type="email" required eager autoComplete="off" />
        <TextField name="account.phone" label="Signatory's phone" type="tel" autoComplete="off" />
        <TextField name="account.agreement_date" label="Accepted on" type="date" required max={today} />
      </div>
      <CheckboxField name="account.keep_primary_information" label="Keep the primary contact that the provider has" />
    </AccountDialog>
  );
}
