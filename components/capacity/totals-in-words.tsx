import { formatNumber } from "@/components/ui/format";
import type { Capacity } from "@/lib/api/portal/belongings.contract";

/** What a customer has been given and has used, for the sentence that tells what somebody else has made of it. */
export function TotalsInWords({ totals }: Pick<Capacity, "totals">) {
  if (totals.length === 0) return "Nothing";
  return (
    <ul>
      {totals.map(({ unit_type, available, consumed }) => (
        <li key={unit_type}>
          {unit_type}: {formatNumber(available)} available, {formatNumber(consumed)} consumed
        </li>
      ))}
    </ul>
  );
}
