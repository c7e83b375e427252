"use client";

import { useState } from "react";
import { useGuarded } from "@/components/form/use-guarded";
import { useHydrated } from "@/components/form/use-hydrated";
import { ChangeConflict, namesOf } from "@/components/form/value-conflict";
import { Switch } from "@/components/ui/choice";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { call, late } from "@/lib/api/call";
import type { Allowed } from "@/lib/api/portal/accounts.contract";

const contracts = late(() => import("@/lib/api/portal/accounts.contract"));

/** Whether the customer may use a provider. It switches at once, and back where the API refuses. */
export function AllowSwitch({
  customerId,
  provider,
  allowed,
  account,
  version,
  mayWrite,
}: {
  customerId: string;
  provider: { id: string; name: string };
  allowed: boolean;
  account: boolean;
  /** Of all of the customer's providers. */
  version: number;
  mayWrite: boolean;
}) {
  const router = useRouter();
  const hydrated = useHydrated();
  const [asked, setAsked] = useState<boolean>();
  const of = { customer_id: customerId };
  const guarded = useGuarded<Allowed, boolean>({
    shared: `providers of ${customerId}`,
    save: async (on, ifMatch) => {
      const { allowProvider, disallowProvider } = await contracts();
      return call(on ? allowProvider : disallowProvider, { params: { ...of, provider_id: provider.id }, ifMatch });
    },
    load: async () => call((await contracts()).listAllowed, { params: of }),
    versionOf: (saved) => saved.version,
    onSaved: (_, on) => {
      toast.success(on ? `${provider.name} is allowed` : `${provider.name} is no longer allowed`);
      router.refresh();
    },
    onFault: (error) => {
      setAsked(undefined);
      toast.error(`${provider.name} was not changed`, { description: error.message });
    },
  });
  return (
    <>
      <Switch
        label={<span className="font-semibold">{provider.name}</span>}
        hint={account ? "Allowed as long as there is an account" : allowed ? "Allowed" : "Not allowed"}
        checked={asked ?? allowed}
        disabled={!mayWrite || account || !hydrated || guarded.pending}
        onChange={({ target }) => {
          setAsked(target.checked);
          guarded.write(target.checked, version);
        }}
      />
      <ChangeConflict
        of={guarded}
        what="the providers of this customer"
        theirs={({ items }) => `Allowed: ${namesOf(items.filter((one) => one.allowed))}`}
        mine={(on) => `${on ? "Allow" : "No longer allow"} ${provider.name}`}
        onTheirs={() => setAsked(undefined)}
      />
    </>
  );
}
