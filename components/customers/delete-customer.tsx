"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { kindCount, kinds } from "@/components/resources/kinds";
import { Alert } from "@/components/ui/alert";
import { ConfirmDialog, type Consequence } from "@/components/ui/confirm-dialog";
import { Loading } from "@/components/ui/loading";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/api/call";
import { deleteCustomer, previewDeletion } from "@/lib/api/portal/customers.contract";

interface Running {
  provider: { id: string; name: string };
  kind: string;
  count: number;
}

/** What keeps running at each provider: how much of it in all, and of each kind. */
function runningAt(running: readonly Running[]): Consequence[] {
  const providers = new Map(running.map(({ provider }) => [provider.id, provider.name]));
  return [...providers].map(([id, name]) => {
    const here = running.filter(({ provider }) => provider.id === id);
    const count = here.reduce((sum, one) => sum + one.count, 0);
    const told = kinds.flatMap((kind) =>
      here.filter((one) => one.kind === kind).map((one) => kindCount(kind, one.count)),
    );
    return { count, label: `${count === 1 ? "keeps" : "keep"} running at ${name}: ${told.join(", ")}` };
  });
}

/** Says in numbers what a deletion takes, and what goes on running (and costing) at the providers. */
export default function DeleteCustomer({
  id,
  name,
  version,
  onClose,
}: {
  id: string;
  name: string;
  version: number;
  onClose: () => void;
}) {
  const router = useRouter();
  const client = useQueryClient();
  const [fault, setFault] = useState<string>();
  const preview = useQuery({
    queryKey: ["deletion", id],
    queryFn: ({ signal }) => call(previewDeletion, { params: { id }, signal }),
    staleTime: 0,
  });
  const { running = [], keys = 0, accounts = 0, domains = 0, restorable_days: days = 30 } = preview.data ?? {};

  const remove = async () => {
    setFault(undefined);
    try {
      await call(deleteCustomer, { params: { id }, ifMatch: version });
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
      return;
    }
    onClose();
    toast.success(`${name} was deleted`, {
      description: `It can be restored for ${days} days.`,
      action: {
        label: "Deleted customers",
        onClick: () => router.push("/portal/customers?deleted=true&sort=-deleted_at"),
      },
    });
    await client.invalidateQueries({ queryKey: ["customers"] });
    router.push("/portal/customers");
  };

  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`Delete ${name}?`}
      confirmLabel="Delete customer"
      onConfirm={remove}
      error={fault ?? preview.error?.message}
      consequences={[
        ...runningAt(running),
        ...[
          { count: accounts, label: "provider accounts vanish from the portal" },
          { count: domains, label: "domains become free for others" },
          { count: keys, label: "API keys stop working at once" },
        ].filter(({ count }) => count > 0),
      ]}
    >
      {preview.isPending && <Loading label="Looking at what it runs" />}
      {running.length > 0 && (
        <Alert tone="warning">The portal ends nothing at the providers: what runs there goes on, and costs.</Alert>
      )}
      <p>It vanishes from every list at once. It can be restored for {days} days with the same id and keys.</p>
    </ConfirmDialog>
  );
}
