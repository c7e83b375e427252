import type { z } from "zod";
import { withoutEmpty } from "@/components/form/names";
import { numberFrom } from "@/components/limits/number";
import type { addCapacity } from "@/lib/api/portal/belongings.contract";

/** An entry as its form has it, under the API's names. */
export interface CapacityValues {
  side: string;
  unit_type: string;
  amount: string;
  name: string;
  description: string;
}

export const emptyEntry: CapacityValues = { side: "available", unit_type: "CU", amount: "", name: "", description: "" };

/** The contract says whether it is what the API takes. */
export const bodyOf = ({ amount, ...rest }: CapacityValues) =>
  withoutEmpty({ ...rest, amount: amount.trim() === "" ? undefined : (numberFrom(amount) ?? Number.NaN) }) as z.input<
    NonNullable<typeof addCapacity.body>
  >;
