import type { CustomerValues, Row } from "@/db/doors";
import { missing } from "@/lib/core/problem";

export type Customer = Row<"customer">;
export type CustomerStatus = Customer["status"];
export const customerStatuses = ["ACTIVE", "CONFIGURED", "DISABLED"] as const satisfies readonly CustomerStatus[];

/** What callers may say of a customer, when they make it and later. */
export type CustomerDetails = Pick<
  CustomerValues,
  | "name"
  | "status"
  | "externalId"
  | "externalMetadata"
  | "internalIdentifier"
  | "licensingEnabled"
  | "skinNames"
  | "description"
  | "taxId"
  | "addressLine1"
  | "addressLine2"
  | "city"
  | "state"
  | "zip"
  | "country"
  | "firstName"
  | "middleName"
  | "lastName"
  | "email"
  | "phone"
  | "phoneExtension"
  | "language"
  | "billingStatus"
  | "resourceGroupId"
  | "retentionPolicyId"
  | "profile"
  | "billingPlanId"
>;

/** A deleted customer can be brought back this many days; then it is purged. */
export const RETENTION_DAYS = 30;

export const present = <T>(found: T | undefined, noun = "Customer"): T => {
  if (found === undefined) throw missing(noun);
  return found;
};

/** The first time that a customer was ACTIVE is remembered. */
export const statusChange = (
  customer: Pick<Customer, "firstActivatedAt"> | undefined,
  status: CustomerStatus | undefined,
  now: Date,
) =>
  status === undefined
    ? {}
    : { status, ...(status === "ACTIVE" && !customer?.firstActivatedAt ? { firstActivatedAt: now } : {}) };
