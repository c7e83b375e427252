"use client";

import { useState } from "react";
import { runningAt } from "@/components/customers/consequences";
import { useStake } from "@/components/customers/use-stake";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { counted } from "@/components/ui/consequence";
import { Loading } from "@/components/ui/loading";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { call } from "@/lib/api/call";
import { type Account, removeAccount } from "@/lib/api/portal/accounts.contract";

/** Says in numbers what goes on running at a provider whose account the portal forgets. */
export default function RemoveAccount({
  customerId,
  account: { provider, version, margin, offer_type_margins, agreement },
  onClose,
}: {
  customerId: string;
  account: Account;
  onClose: () => void;
}) {
  const router = useRouter();
  const [fault, setFault] = useState<string>();
  const stake = useStake(customerId);
  const here = stake.data?.running.filter((one) => one.provider.id === provider.id);

  const margins = Object.keys(offer_type_margins).length + (margin ? 1 : 0);
  const forgotten = [
    ...counted(margins, "margin is forgotten", "margins are forgotten"),
    ...(agreement ? [{ count: 1, label: "agreement is forgotten" }] : []),
  ];

  const remove = async () => {
    setFault(undefined);
    try {
      await call(removeAccount, { params: { customer_id: customerId, provider_id: provider.id }, ifMatch: version });
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
      return;
    }
    onClose();
    toast.success("The account was removed", { description: `What runs at ${provider.name} keeps running.` });
    router.refresh();
  };

  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`Remove the account at ${provider.name}?`}
      confirmLabel="Remove account"
      onConfirm={remove}
      error={fault ?? stake.error?.message}
      consequences={here && [...runningAt(here), ...forgotten]}
    >
      {stake.isPending && <Loading label="Looking at what runs there" />}
      <p>
        The portal forgets the account and its data. What runs at {provider.name} keeps running there, and the account
        stays open there.
      </p>
      {here?.length === 0 && <p>Nothing of its own runs there now.</p>}
    </ConfirmDialog>
  );
}
