"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Loading } from "@/components/ui/loading";
import { seenList } from "@/components/ui/seen-list";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { call } from "@/lib/api/call";
import { deleteCustomer } from "@/lib/api/portal/customers.contract";
import { ofDeletion } from "./consequences";
import { LIST } from "./list/view";
import { useStake } from "./use-stake";

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
  const preview = useStake(id);
  const { restorable_days: days = 30 } = preview.data ?? {};

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
        onClick: () => router.push(`${LIST}?deleted=true&sort=-deleted_at`),
      },
    });
    await client.invalidateQueries({ queryKey: ["customers"] });
    router.push(seenList(LIST));
  };

  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`Delete ${name}?`}
      confirmLabel="Delete customer"
      onConfirm={remove}
      error={fault ?? preview.error?.message}
      consequences={preview.data && ofDeletion(preview.data)}
    >
      {preview.isPending && <Loading label="Looking at what it runs" />}
      {preview.data && preview.data.running.length > 0 && (
        <Alert tone="warning">The portal ends nothing at the providers: what runs there goes on, and costs.</Alert>
      )}
      <p>It vanishes from every list at once. It can be restored for {days} days with the same id and keys.</p>
    </ConfirmDialog>
  );
}
