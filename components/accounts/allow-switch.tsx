"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useHydrated } from "@/components/form/use-hydrated";
import { Switch } from "@/components/ui/choice";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/api/call";
import { allowProvider, disallowProvider } from "@/lib/api/portal/accounts.contract";

/** Whether the customer may use a provider. It switches at once, and back where the API refuses. */
export function AllowSwitch({
  customerId,
  provider,
  allowed,
  account,
  mayWrite,
}: {
  customerId: string;
  provider: { id: string; name: string };
  allowed: boolean;
  account: boolean;
  mayWrite: boolean;
}) {
  const router = useRouter();
  const hydrated = useHydrated();
  const [asked, setAsked] = useState<boolean>();
  const change = useMutation({
    mutationFn: (on: boolean) =>
      call(on ? allowProvider : disallowProvider, {
        params: { customer_id: customerId, provider_id: provider.id },
      }),
    onSuccess: (_, on) => {
      toast.success(on ? `${provider.name} is allowed` : `${provider.name} is no longer allowed`);
      router.refresh();
    },
    onError: (error) => {
      setAsked(undefined);
      toast.error(`${provider.name} was not changed`, { description: error.message });
    },
  });
  return (
    <Switch
      label={<span className="font-semibold">{provider.name}</span>}
      hint={account ? "Allowed as long as there is an account" : allowed ? "Allowed" : "Not allowed"}
      checked={asked ?? allowed}
      disabled={!mayWrite || account || !hydrated || change.isPending}
      onChange={({ target }) => {
        setAsked(target.checked);
        change.mutate(target.checked);
      }}
    />
  );
}
