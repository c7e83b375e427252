"use client";

import { useQuery } from "@tanstack/react-query";
import { useWrite } from "@/components/form/use-write";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { counted } from "@/components/ui/consequence";
import { Loading } from "@/components/ui/loading";
import { call } from "@/lib/api/call";
import { previewSkinRemoval, removeSkin } from "@/lib/api/portal/skins.contract";

/** Says how many customers lose the skin, and what they see afterwards. */
export default function RemoveSkin({
  id,
  name,
  version,
  onClose,
  onRemoved,
}: {
  id: string;
  name: string;
  version: number;
  onClose: () => void;
  onRemoved: () => void;
}) {
  const params = { id };
  const { data, error, isPending } = useQuery({
    queryKey: ["skin", id, "removal"],
    queryFn: ({ signal }) => call(previewSkinRemoval, { params, signal }),
    staleTime: 0,
  });
  const remove = useWrite({
    once: true,
    mutationFn: () => call(removeSkin, { params, ifMatch: version }),
    onSuccess: onRemoved,
  });
  const { customers = 0, left_without: bare = 0 } = data ?? {};
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`Remove the skin ${name}?`}
      confirmLabel="Remove the skin"
      onConfirm={async () => void (await remove.write())}
      error={remove.error?.message ?? error?.message}
      consequences={[
        ...counted(bare, "customer sees the portal as it comes", "customers see the portal as it comes"),
        ...counted(customers - bare, "customer has its other skins left", "customers have their other skins left"),
      ]}
    >
      {isPending && <Loading label="Counting its customers" />}
      {data && (
        <p>
          {customers === 0
            ? "No customer is given it."
            : "Customers that are given it keep its name, which another skin can bear later."}
        </p>
      )}
    </ConfirmDialog>
  );
}
