import { SelectField } from "@/components/form/fields";
import type { Option } from "@/components/ui/input";

/** What is wrong where none was chosen. */
export const CHOOSE_RESELLER = { path: ["reseller_id"], message: "Choose a reseller" };

/** For whom something is made that is a reseller's. */
export const ResellerField = ({ resellers, defaultValue }: { resellers: readonly Option[]; defaultValue: string }) => (
  <SelectField
    name="reseller_id"
    label="Reseller"
    required
    placeholder="Choose a reseller"
    options={resellers}
    defaultValue={defaultValue}
  />
);
