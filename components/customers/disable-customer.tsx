"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Loading } from "@/components/ui/loading";
import { ofDisabling } from "./consequences";
import { useStake } from "./use-stake";

/** Asks before a customer is disabled, and says what that leaves as it is. */
export default function DisableCustomer({
  id,
  name,
  onConfirm,
  onClose,
}: {
  id: string;
  name: string;
  onConfirm: () => Promise<void>;
  onClose: () => void;
}) {
  const { data, error, isPending } = useStake(id);
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`Disable ${name}?`}
      confirmLabel="Disable customer"
      onConfirm={onConfirm}
      error={error?.message}
      consequences={data && ofDisabling(data)}
    >
      {isPending && <Loading label="Looking at what it runs" />}
      <p>
        Every API reports it as inactive from then on. Nothing is ended at the providers, and it can be made active
        again at any time.
      </p>
    </ConfirmDialog>
  );
}
