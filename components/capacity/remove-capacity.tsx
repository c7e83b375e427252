"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatNumber } from "@/components/ui/format";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/api/call";
import { type Capacity, removeCapacity } from "@/lib/api/portal/belongings.contract";

type Entry = Capacity["entries"][number];

/** Takes away every entry of one unit type on one side: says which those are. */
export function RemoveCapacity({
  customerId,
  side,
  unitType,
  entries,
}: {
  customerId: string;
  side: Entry["side"];
  unitType: Entry["unit_type"];
  /** What goes. */
  entries: readonly Pick<Entry, "id" | "name" | "amount">[];
}) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<string>();
  const remove = async () => {
    setFault(undefined);
    try {
      await call(removeCapacity, { params: { customer_id: customerId, side, unit_type: unitType } });
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
      return;
    }
    setAsking(false);
    toast.success(`The ${side} capacity of type ${unitType} was removed`);
    router.refresh();
  };
  const count = entries.length;
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        onClick={() => setAsking(true)}
        aria-label={`Remove ${side} capacity of type ${unitType}`}
      >
        Remove {side}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Remove the ${side} capacity of type ${unitType}?`}
        confirmLabel={count === 1 ? "Remove 1 entry" : `Remove ${formatNumber(count)} entries`}
        onConfirm={remove}
        error={fault}
        consequences={entries.map(({ amount, name }) => ({
          count: amount,
          label: `${unitType}${name ? `, ${name}` : ""}`,
        }))}
      >
        <p>{count === 1 ? "This entry goes." : "All of these entries go: they are kept by type."}</p>
      </ConfirmDialog>
    </>
  );
}
