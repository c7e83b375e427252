"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import Ellipsis from "lucide-react/icons/ellipsis";
import dynamic from "next/dynamic";
import { useState } from "react";
import { type CustomerStatus, statusLabel } from "@/components/ui/badge";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { ApiProblem, type Operation, send } from "@/lib/api/send";

const DeleteCustomer = dynamic(() => import("./delete-customer"), { ssr: false });
const DisableCustomer = dynamic(() => import("./disable-customer"), { ssr: false });

const statuses: readonly CustomerStatus[] = ["CONFIGURED", "ACTIVE", "DISABLED"];

/** What can be done to a customer at once: another status, deletion. */
export function CustomerActions({
  id,
  name,
  status,
  version,
  admin,
  update,
}: {
  id: string;
  name: string;
  status: CustomerStatus;
  version: number;
  admin: boolean;
  /** The operation that changes a customer. */
  update: Operation;
}) {
  const router = useRouter();
  const client = useQueryClient();
  const [asking, setAsking] = useState<"delete" | "disable">();
  const change = useMutation({
    mutationFn: (to: CustomerStatus) => send(update, { params: { id }, body: { status: to }, ifMatch: version }),
    onSuccess: async (_, to) => {
      toast.success(`${name} is now ${statusLabel(to).toLowerCase()}`);
      await client.invalidateQueries({ queryKey: ["customers"] });
      router.refresh();
    },
    onError: (error) => {
      toast.error("The status was not changed", { description: error.message });
      // What someone else saved meanwhile is what there is to decide about now.
      if (error instanceof ApiProblem && error.problem.code === "version.stale") router.refresh();
    },
  });
  const set = (to: CustomerStatus) => {
    if (to === status) return;
    if (to === "DISABLED") setAsking("disable");
    else change.mutate(to);
  };
  const close = () => setAsking(undefined);
  return (
    <>
      <Menu label="More actions" trigger={<Ellipsis aria-hidden className="size-4" />} variant="secondary">
        <MenuLabel>Status</MenuLabel>
        {statuses.map((one) => (
          <MenuItem key={one} checked={one === status} onSelect={() => set(one)}>
            {statusLabel(one)}
            {one === "DISABLED" && one !== status && "…"}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem danger disabled={admin} onSelect={() => setAsking("delete")}>
          {admin ? "The reseller's own account stays" : "Delete…"}
        </MenuItem>
      </Menu>
      {asking === "delete" && <DeleteCustomer id={id} name={name} version={version} onClose={close} />}
      {asking === "disable" && (
        <DisableCustomer
          id={id}
          name={name}
          onClose={close}
          onConfirm={async () => {
            await change.mutateAsync("DISABLED").catch(() => {});
            close();
          }}
        />
      )}
    </>
  );
}
