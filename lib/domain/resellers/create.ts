import { type Row, write } from "@/db/doors";
import { newId } from "@/lib/core/ids";
import type { Scope } from "@/lib/core/scope";
import { type CustomerDetails, statusChange } from "../customers/customer";

export type Reseller = Row<"reseller">;

/** A reseller of the caller's CSP, with the customer that is its own account: the company is that customer's. */
export const createReseller = (
  scope: Scope<"resellers:write">,
  company: CustomerDetails & { name: string },
  now: Date,
): Promise<Reseller> =>
  write(scope, "reseller.create", async ({ resellers, customers }) => {
    const dates = { createdAt: now, modifiedAt: now };
    const reseller = await resellers.add({ id: newId(now), name: company.name, ...dates });
    await customers.add({
      ...company,
      ...statusChange(undefined, "ACTIVE", now),
      ...dates,
      id: newId(now),
      resellerId: reseller.id,
      admin: true,
    });
    return reseller;
  });
