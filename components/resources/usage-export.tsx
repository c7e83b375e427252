import Download from "lucide-react/icons/download";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { urlOf } from "@/lib/api/call";
import { exportUsage } from "@/lib/api/portal/resources.contract";
import { toMonth } from "./day";

/** As many months as the list offers. */
const MOST = 36;

/** "2026-03" of every month from the first to the last, the last one first. */
export function monthsBetween(first: Date, last: Date): string[] {
  const months: string[] = [];
  const month = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), 1));
  while (months.length < MOST && toMonth(month) >= toMonth(first)) {
    months.push(toMonth(month));
    month.setUTCMonth(month.getUTCMonth() - 1);
  }
  return months;
}

const monthName = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });

export const UsageExport = ({ customerId, first, now }: { customerId: string; first: Date; now: Date }) => (
  <Card
    title="Usage of a month"
    description="Hours and GB-hours of each resource as CSV; starts and ends are clipped to the month (UTC)."
  >
    <form action={urlOf(exportUsage, { customer_id: customerId })} className="flex flex-wrap items-end gap-2">
      <Field label="Month" required className="w-48">
        {(control) => (
          <Select
            {...control}
            name="month"
            options={monthsBetween(first, now).map((month) => ({
              value: month,
              label: monthName.format(new Date(`${month}-01T00:00:00Z`)),
            }))}
          />
        )}
      </Field>
      <Button type="submit" icon={<Download aria-hidden className="size-4" />}>
        Download CSV
      </Button>
    </form>
  </Card>
);
