"use client";

import { useState } from "react";
import { useGuarded } from "@/components/form/use-guarded";
import { ChangeConflict } from "@/components/form/value-conflict";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatNumber } from "@/components/ui/format";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { call, late } from "@/lib/api/call";
import type { Capacity } from "@/lib/api/portal/belongings.contract";
import { TotalsInWords } from "./totals-in-words";

const contracts = late(() => import("@/lib/api/portal/belongings.contract"));

type Entry = Capacity["entries"][number];

/** Takes away every entry of one unit type on one side: says which those are. */
export function RemoveCapacity({
  customerId,
  side,
  unitType,
  entries,
  version,
}: {
  customerId: string;
  side: Entry["side"];
  unitType: Entry["unit_type"];
  /** What goes. */
  entries: readonly Pick<Entry, "id" | "name" | "amount">[];
  version: number;
}) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const params = { customer_id: customerId };
  const guarded = useGuarded<Capacity, "remove">({
    shared: `capacity of ${customerId}`,
    save: async (_, ifMatch) =>
      call((await contracts()).removeCapacity, { params: { ...params, side, unit_type: unitType }, ifMatch }),
    load: async () => call((await contracts()).showCapacity, { params }),
    versionOf: (saved) => saved.version,
    onSaved: () => {
      setAsking(false);
      toast.success(`The ${side} capacity of type ${unitType} was removed`);
      router.refresh();
    },
  });
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
        open={asking && !guarded.conflict}
        onClose={() => setAsking(false)}
        title={`Remove the ${side} capacity of type ${unitType}?`}
        confirmLabel={count === 1 ? "Remove 1 entry" : `Remove ${formatNumber(count)} entries`}
        onConfirm={() => guarded.write("remove", version)}
        error={guarded.fault}
        consequences={entries.map(({ amount, name }) => ({
          count: amount,
          label: `${unitType}${name ? `, ${name}` : ""}`,
        }))}
      >
        <p>{count === 1 ? "This entry goes." : "All of these entries go: they are kept by type."}</p>
      </ConfirmDialog>
      <ChangeConflict
        of={guarded}
        what="the capacity of this customer"
        theirs={({ totals }) => <TotalsInWords totals={totals} />}
        mine={() => `Remove the ${side} capacity of type ${unitType}`}
        onTheirs={() => setAsking(false)}
      />
    </>
  );
}
