"use client";

import Ellipsis from "lucide-react/icons/ellipsis";
import dynamic from "next/dynamic";
import { type ComponentProps, useState } from "react";
import type { ProviderOption } from "@/components/customer-form/values";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Account } from "@/lib/api/portal/accounts.contract";
import type AgreementForm from "./agreement-dialog";

const DataDialog = dynamic(() => import("./data-dialog"), { ssr: false });
const MarginsDialog = dynamic(() => import("./margins-dialog"), { ssr: false });
const AgreementDialog = dynamic(() => import("./agreement-dialog"), { ssr: false });
const RemoveAccount = dynamic(() => import("./remove-account"), { ssr: false });

type Act = "data" | "margins" | "agreement" | "remove";

/** What can be done with a customer's account at a provider, or to get one. Forms are fetched when they are opened. */
export function AccountActions({
  customerId,
  provider,
  account,
  contact,
  today,
}: {
  customerId: string;
  provider: ProviderOption;
  account: Account | undefined;
} & Pick<ComponentProps<typeof AgreementForm>, "contact" | "today">) {
  const [act, setAct] = useState<Act>();
  const place = { customer_id: customerId, provider_id: provider.id };
  const close = () => setAct(undefined);

  return (
    <>
      {account ? (
        <>
          <Button size="sm" onClick={() => setAct("margins")}>
            Edit margins
          </Button>
          <Menu label={`More for ${provider.name}`} trigger={<Ellipsis aria-hidden className="size-4" />}>
            <MenuItem onSelect={() => setAct("data")}>Edit account data</MenuItem>
            {account.agreement && <MenuItem onSelect={() => setAct("agreement")}>Record acceptance</MenuItem>}
            <MenuSeparator />
            <MenuItem danger onSelect={() => setAct("remove")}>
              Remove account…
            </MenuItem>
          </Menu>
        </>
      ) : (
        <Button size="sm" onClick={() => setAct("data")}>
          Add account
        </Button>
      )}
      {act === "data" && <DataDialog place={place} provider={provider} account={account} onClose={close} />}
      {account && act === "margins" && (
        <MarginsDialog place={place} provider={provider} account={account} onClose={close} />
      )}
      {account && act === "agreement" && (
        <AgreementDialog
          place={place}
          provider={provider}
          account={account}
          contact={contact}
          today={today}
          onClose={close}
        />
      )}
      {account && act === "remove" && <RemoveAccount customerId={customerId} account={account} onClose={close} />}
    </>
  );
}
