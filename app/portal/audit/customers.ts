import { type AuditFilters, auditHref } from "@/components/audit/filters";
import { listCustomers } from "@/lib/api/portal/customers.contract";
import { goTo } from "@/lib/auth/page";
import { isUuid } from "@/lib/core/ids";
import { Problem } from "@/lib/core/problem";
import { ask } from "../ask";

/** Nobody is called what cannot be searched for. */
const noneIfInvalid = (error: unknown) => {
  if (error instanceof Problem && error.code === "request.invalid") return { items: [] };
  throw error;
};

/**
 * The customers that may be meant by what was typed instead of an id, those that were deleted at the end; where there is
 * one, the address becomes its id. Undefined where it is an id already.
 */
export async function meantCustomers(filters: AuditFilters) {
  const { customer_id: q } = filters;
  if (q === undefined || isUuid(q)) return undefined;
  const fields = "name,status,reseller,city,external_id";
  const of = (deleted?: "true") =>
    ask(listCustomers, { query: { q, limit: 20, fields, deleted } }).catch(noneIfInvalid);
  const [there, deleted] = await Promise.all([of(), of("true")]);
  const found = [...there.items, ...deleted.items.map((one) => ({ ...one, name: `${one.name} (deleted)` }))];
  const [only, ...others] = found;
  if (only && others.length === 0) await goTo(auditHref({ ...filters, customer_id: only.id }));
  return found.map(({ id, name, reseller, city, external_id }) => ({
    id,
    name: name ?? id,
    more: [reseller?.name, city, external_id].filter(Boolean).join(" · "),
  }));
}
