"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
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
  // Pending from the first click of a double click, and until the row has left the list: what is back is not restored again.
  const [pending, setPending] = useState(false);

  const restore = async () => {
    setPending(true);
    try {
      await call((await contracts()).restoreCustomer, { params: { id }, ifMatch: version });
      toast.success(`${name} is back`, {
        description: "With the same id, keys and accounts.",
        action: { label: "Open", onClick: () => router.push(`/portal/customers/${id}`) },
      });
    } catch (error) {
      setPending(false);
      toast.error(`${name} was not restored`, { description: error instanceof Error ? error.message : String(error) });
    }
    await client.invalidateQueries({ queryKey: ["customers"] });
  };

  return (
    <Button size="sm" pending={pending} onClick={restore} aria-label={`Restore ${name}`}>
      Restore
    </Button>
  );
}
