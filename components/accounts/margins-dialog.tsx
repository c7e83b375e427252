"use client";

import type { z } from "zod";
import { AccountMargins } from "@/components/customer-form/margins-step";
import type { MarginValues, ProviderOption } from "@/components/customer-form/values";
import { withoutEmpty } from "@/components/form/names";
import { type Fault, faultsOf, useContractForm } from "@/components/form/use-contract-form";
import { call } from "@/lib/api/call";
import { type Account, setMargins } from "@/lib/api/portal/accounts.contract";
import { marginFault, marginRules, type OfferType } from "@/lib/core/money";
import { AccountDialog, type AccountPlace } from "./account-dialog";
import { MarginsInWords } from "./margins-in-words";

interface Values {
  account: { margin?: MarginValues; offer_type_margins?: Partial<Record<OfferType, MarginValues>> };
}

type Body = z.input<NonNullable<typeof setMargins.body>>;

/** What is left empty is taken away. `check` says whether the rest is what the API takes. */
const bodyOf = ({ account }: Values) =>
  ({ margin: null, offer_type_margins: {}, ...(withoutEmpty(account) as object | undefined) }) as Body;

/** The contract knows the form of a percentage, the rule its range. */
function rangeFaults(margin: MarginValues | undefined, path: readonly string[]): Fault[] {
  const rule = marginRules.find((one) => one === margin?.rule);
  const message = rule && margin?.value && marginFault(rule, margin.value.trim());
  return message ? [{ path: ["account", ...path, "value"], message }] : [];
}

const check = async (values: Values): Promise<Fault[]> => [
  ...faultsOf(setMargins, bodyOf(values)).map(({ path, message }) => ({ path: ["account", ...path], message })),
  ...rangeFaults(values.account.margin, ["margin"]),
  ...Object.entries(values.account.offer_type_margins ?? {}).flatMap(([type, margin]) =>
    rangeFaults(margin, ["offer_type_margins", type]),
  ),
];

export default function MarginsDialog({
  place,
  provider,
  account,
  onClose,
}: {
  place: AccountPlace;
  provider: ProviderOption;
  account: Account;
  onClose: () => void;
}) {
  const form = useContractForm<Values>(check, {
    defaultValues: {
      account: { margin: account.margin ?? {}, offer_type_margins: account.offer_type_margins },
    },
  });
  return (
    <AccountDialog
      title={`Margins at ${provider.name}`}
      confirm="Save margins"
      form={form}
      place={place}
      version={account.version}
      save={(values, version) => call(setMargins, { params: place, body: bodyOf(values), ifMatch: version })}
      inWords={(theirs) => <MarginsInWords margin={theirs.margin} overrides={theirs.offer_type_margins} />}
      mine={(values) => {
        const { margin = null, offer_type_margins = {} } = bodyOf(values);
        return <MarginsInWords margin={margin} overrides={offer_type_margins} />;
      }}
      saved="The margins were saved"
      onClose={onClose}
    >
      <AccountMargins at="account" provider={provider} />
    </AccountDialog>
  );
}
