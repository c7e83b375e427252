import { read } from "@/db/doors";
import { Problem } from "@/lib/core/problem";
import type { AnyScope } from "@/lib/core/scope";
import type { Customer } from "../customers/customer";

/** 403 unless the reseller, where one is named, sells to the customer or is its partner. */
export async function checkRelation(
  scope: AnyScope,
  { id, resellerId }: Customer,
  asked: string | null | undefined,
): Promise<void> {
  if (!asked || asked === resellerId) return;
  const partners = await read(scope, ({ associations }) => associations.ofCustomers([id]));
  if (partners.some(({ partnerId }) => partnerId === asked)) return;
  throw new Problem("permission.missing", { detail: "The customer has no relation with that reseller" });
}
