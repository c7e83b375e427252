import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../kit";
import { customers, projectShares, projects } from "../schema";
import { type Depth, visibleAt } from "./visible";

/** Shares as rows of the guest. */
export const guests = {
  cspId: projectShares.cspId,
  resellerId: projectShares.resellerId,
  customerId: projectShares.sharedWithId,
};

const columns = {
  id: projects.id,
  customerId: projects.customerId,
  providerId: projects.providerId,
  name: projects.name,
  createdAt: projects.createdAt,
};

/**
 * The projects that the customer `of` (a placeholder) works in, each once: its own, and those that customers who are
 * still there share with it.
 */
export const accessible = (db: Database, depth: Depth) =>
  db
    .select(columns)
    .from(projects)
    .where(and(visibleAt(depth, projects), eq(projects.customerId, sql.placeholder("of"))))
    .union(
      db
        .select(columns)
        .from(projectShares)
        .innerJoin(customers, and(eq(customers.id, projectShares.customerId), isNull(customers.deletedAt)))
        .innerJoin(projects, eq(projects.id, projectShares.projectId))
        .where(and(visibleAt(depth, guests), eq(projectShares.sharedWithId, sql.placeholder("of")))),
    )
    .as("accessible");
