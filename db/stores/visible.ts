import { and, eq, type SQL, sql } from "drizzle-orm";
import type { TenantPath } from "../../lib/core/scope";
import type { Column } from "../kit";

/** The rows below a tenant path. A table without a reseller or customer column belongs to the steps that it has. */
export function visible(
  scope: TenantPath,
  t: { cspId: Column; resellerId?: Column; customerId?: Column },
): SQL | undefined {
  return and(
    eq(t.cspId, scope.cspId),
    scope.resellerId && t.resellerId ? eq(t.resellerId, scope.resellerId) : undefined,
    scope.customerId && t.customerId ? eq(t.customerId, scope.customerId) : undefined,
  );
}

/** `visible` for a query that is prepared once per depth of path: see `depthOf` and `pathValues`. */
export function visibleAt(depth: Depth, t: { cspId: Column; resellerId: Column; customerId: Column }): SQL | undefined {
  return and(
    eq(t.cspId, sql.placeholder("cspId")),
    depth !== "csp" ? eq(t.resellerId, sql.placeholder("resellerId")) : undefined,
    depth === "customer" ? eq(t.customerId, sql.placeholder("customerId")) : undefined,
  );
}

export type Depth = "csp" | "reseller" | "customer";

export const depthOf = (scope: TenantPath): Depth =>
  scope.customerId ? "customer" : scope.resellerId ? "reseller" : "csp";

/** The values of `visibleAt`'s placeholders. */
export const pathValues = ({ cspId, resellerId, customerId }: TenantPath) => ({ cspId, resellerId, customerId });
