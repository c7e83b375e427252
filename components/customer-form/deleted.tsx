"use client";

import { useEffect, useRef } from "react";
import { useWrite } from "@/components/form/use-write";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TimeAgo } from "@/components/ui/values";
import { call, late } from "@/lib/api/call";
import type { Customer } from "@/lib/api/portal/customers.contract";

const customers = late(() => import("@/lib/api/portal/customers.contract"));
const activity = late(() => import("@/lib/api/portal/activity.contract"));

/** That somebody deleted the customer, as far as it is known. */
export interface Deletion {
  version: number;
  at: Date | null;
  by: string | undefined;
}

/** The log tells who did it; not everybody may read it. */
async function deleterOf(id: string): Promise<string | undefined> {
  const query = { customer_id: id, action: "customer.delete", limit: 1 };
  return call((await activity()).listAudit, { query }).then(
    ({ items }) => items[0]?.actor.name,
    () => undefined,
  );
}

/** The deletion of a customer that is not there; undefined where it cannot be restored. */
export async function deletionOf(id: string): Promise<Deletion | undefined> {
  const query = { q: id, deleted: true, fields: ["version" as const, "deleted_at" as const] };
  const { items } = await call((await customers()).listCustomers, { query });
  const [found] = items;
  return found && { version: found.version ?? 0, at: found.deleted_at ?? null, by: await deleterOf(id) };
}

/** Above a form whose customer somebody deleted: the way to save it all the same. */
export function DeletedMeanwhile({
  id,
  deletion: { version, at, by },
  onRestored,
}: {
  id: string;
  deletion: Deletion;
  onRestored: (customer: Customer) => void;
}) {
  const restore = useWrite({
    once: true,
    mutationFn: async () => call((await customers()).restoreCustomer, { params: { id }, ifMatch: version }),
    onSuccess: onRestored,
  });
  // Save stands far below: what has come of it would be out of sight.
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Alert tone="danger" title="The customer was deleted while you were editing it" live>
      {by ? `${by} deleted it` : "It was deleted"} <TimeAgo value={at} absent="just now" />. What you have typed is
      still here and not saved. Restoring brings it back with the same id, keys and accounts.
      {restore.error && <p className="mt-1 text-danger">It was not restored: {restore.error.message}</p>}
      <div className="mt-2">
        <Button ref={button} size="sm" pending={restore.pending} onClick={() => void restore.write()}>
          Restore and save
        </Button>
      </div>
    </Alert>
  );
}
