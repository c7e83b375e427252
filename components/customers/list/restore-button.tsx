"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useWrite } from "@/components/form/use-write";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { call, late } from "@/lib/api/call";

const contracts = late(() => import("@/lib/api/portal/customers.contract"));

export default function RestoreButton({
  id,
  name,
  version,
}: {
  id: string;
  name: string;
  version: number | undefined;
}) {
  const client = useQueryClient();
  const router = useRouter();
  const restore = useWrite({
    once: true,
    mutationFn: async () => call((await contracts()).restoreCustomer, { params: { id }, ifMatch: version }),
    onSettled: () => client.invalidateQueries({ queryKey: ["customers"] }),
    onSuccess: () => {
      toast.success(`${name} is back`, {
        description: "With the same id, keys and accounts.",
        action: { label: "Open", onClick: () => router.push(`/portal/customers/${id}`) },
      });
    },
    onError: (error) => toast.error(`${name} was not restored`, { description: error.message }),
  });

  return (
    <Button size="sm" pending={restore.pending} onClick={() => void restore.write()} aria-label={`Restore ${name}`}>
      Restore
    </Button>
  );
}
