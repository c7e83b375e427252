"use client";

import { useMemo } from "react";
import { ProviderData } from "@/components/customer-form/provider-data";
import { emptyData } from "@/components/customer-form/provider-fields";
import { landed, rawFault } from "@/components/customer-form/raw";
import { dataOf, type ProviderOption } from "@/components/customer-form/values";
import { withoutEmpty } from "@/components/form/names";
import { type Fault, faultsOf, useContractForm } from "@/components/form/use-contract-form";
import { call } from "@/lib/api/call";
import { type Account, addAccount, setData } from "@/lib/api/portal/accounts.contract";
import { readMicrosoft } from "@/lib/core/microsoft";
import { AccountDialog, type AccountPlace } from "./account-dialog";

interface Values {
  account: { provider_id: string; provider_customer_id?: string; data?: Record<string, unknown>; raw?: string };
}

const told = ({ account }: Values) => withoutEmpty(dataOf(account)) as Record<string, never> | undefined;
const idOf = ({ account }: Values) => account.provider_customer_id?.trim() || null;

const checkFor =
  (kind: ProviderOption["kind"]) =>
  async (values: Values): Promise<Fault[]> => {
    const { raw, provider_id } = values.account;
    const unreadable = raw !== undefined && rawFault(raw);
    if (unreadable) return [{ path: ["account", "raw"], message: unreadable }];
    const data = told(values);
    const body = { provider_id, data: data ?? null, provider_customer_id: idOf(values) };
    // A customer that Microsoft knows already needs no data to be made there.
    const ofMicrosoft = kind === "microsoft" && (data || !idOf(values)) ? readMicrosoft(data ?? {}).faults : [];
    return landed(values, [
      ...faultsOf(addAccount, body).map(({ path, message }) => ({ path: ["account", ...path], message })),
      ...ofMicrosoft.map(({ path, message }) => ({ path: ["account", "data", ...path], message })),
    ]);
  };

const inWords = (id: string | null, data: object | undefined) => (
  <>
    {id && <p>{id}</p>}
    <pre className="overflow-x-auto font-mono text-xs">{JSON.stringify(data ?? {}, null, 2)}</pre>
  </>
);

/** A new account, or other data of one that is there. */
export default function DataDialog({
  place,
  provider,
  account,
  onClose,
}: {
  place: AccountPlace;
  provider: ProviderOption;
  account: Account | undefined;
  onClose: () => void;
}) {
  const check = useMemo(() => checkFor(provider.kind), [provider.kind]);
  const form = useContractForm<Values>(check, {
    defaultValues: {
      account: {
        provider_id: provider.id,
        provider_customer_id: account?.provider_customer_id ?? "",
        data: { ...emptyData(provider.kind), ...account?.data },
      },
    },
  });
  const save = (values: Values, version: number) => {
    const what = { data: told(values) ?? null, provider_customer_id: idOf(values) };
    return account
      ? call(setData, { params: place, body: what, ifMatch: version })
      : call(addAccount, {
          params: { customer_id: place.customer_id },
          body: { provider_id: provider.id, ...what },
        });
  };
  return (
    <AccountDialog
      title={account ? `Account at ${provider.name}` : `New account at ${provider.name}`}
      description={account ? undefined : "The customer may use the provider from then on."}
      confirm={account ? "Save account" : "Add account"}
      form={form}
      place={place}
      version={account?.version ?? 0}
      save={save}
      inWords={(theirs) => inWords(theirs.provider_customer_id, theirs.data)}
      mine={(values) => inWords(idOf(values), told(values))}
      saved={account ? "The account was saved" : "The account was added"}
      onClose={onClose}
    >
      <ProviderData name="account" provider={provider} />
    </AccountDialog>
  );
}
