import { and, asc, count, eq, inArray, isNull, sql } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { customers, projectShares, projects, providers, resources } from "../schema";
import { accessible, guests } from "./accessible";
import type { Row } from "./changes";
import { hot } from "./hot";
import type { Provider } from "./providers";
import { depthOf, pathValues, visible } from "./visible";

export type Project = Pick<Row<"project">, "id" | "customerId" | "providerId" | "name" | "createdAt">;

export type ProjectProvider = Pick<Provider, "id" | "name" | "createdAt">;

const ofOwner = { cspId: customers.cspId, resellerId: customers.resellerId, customerId: customers.id };

export const projectReads = (db: Database, scope: AnyScope) => ({
  /** In order of creation, with the provider of each. */
  ofCustomer: async (customerId: string): Promise<{ project: Project; provider: ProjectProvider }[]> => {
    const depth = depthOf(scope);
    return hot(db, `projects_of_customer_${depth}`, (prepare) => {
      const { id, name, customerId, providerId, createdAt } = accessible(db, depth);
      return prepare(
        db
          .select({
            project: { id, name, customerId, providerId, createdAt },
            provider: { id: providers.id, name: providers.name, createdAt: providers.createdAt },
          })
          .from(accessible(db, depth))
          .innerJoin(providers, eq(providers.id, providerId))
          .orderBy(asc(createdAt), asc(id)),
        `projects_of_customer_${depth}`,
      );
    }).execute({ ...pathValues(scope), of: customerId });
  },

  /** The ids of the projects that each of some customers works in, in order of creation. */
  idsOf: async (customerIds: string[]): Promise<Map<string, string[]>> => {
    const access = db
      .select({ customerId: projects.customerId, projectId: projects.id })
      .from(projects)
      .where(and(visible(scope, projects), inArray(projects.customerId, customerIds)))
      .union(
        db
          .select({ customerId: projectShares.sharedWithId, projectId: projectShares.projectId })
          .from(projectShares)
          .innerJoin(customers, and(eq(customers.id, projectShares.customerId), isNull(customers.deletedAt)))
          .where(and(visible(scope, guests), inArray(projectShares.sharedWithId, customerIds))),
      )
      .as("access");
    const rows = await db
      .select({ customerId: access.customerId, id: projects.id })
      .from(access)
      .innerJoin(projects, eq(projects.id, access.projectId))
      .orderBy(asc(projects.createdAt), asc(projects.id));
    const ids = new Map<string, string[]>(customerIds.map((id) => [id, []]));
    for (const { customerId, id } of rows) ids.get(customerId)?.push(id);
    return ids;
  },

  /** What lives in the projects that these customers own, by provider and kind. */
  running: async (customerIds: readonly string[]) =>
    db
      .select({ provider: { id: providers.id, name: providers.name }, kind: resources.kind, count: count() })
      .from(resources)
      .innerJoin(projects, eq(projects.id, resources.projectId))
      .innerJoin(providers, eq(providers.id, projects.providerId))
      .where(and(visible(scope, projects), inArray(projects.customerId, [...customerIds]), isNull(resources.endedAt)))
      .groupBy(providers.createdAt, providers.id, providers.name, resources.kind)
      .orderBy(asc(providers.createdAt), asc(providers.id), asc(resources.kind)),

  /** Each project below the scope once, however many work in it. */
  list: async () =>
    db
      .select({ project: projects, owner: customers.name, provider: providers.name })
      .from(projects)
      .innerJoin(customers, and(eq(customers.id, projects.customerId), isNull(customers.deletedAt)))
      .innerJoin(providers, eq(providers.id, projects.providerId))
      .where(visible(scope, projects))
      .orderBy(asc(projects.createdAt), asc(projects.id)),

  /** Who else works in a project, those deleted left out. */
  guestsOf: async (projectId: string) =>
    db
      .select({ id: customers.id, name: customers.name })
      .from(projectShares)
      .innerJoin(customers, and(eq(customers.id, projectShares.sharedWithId), isNull(customers.deletedAt)))
      .where(and(visible(scope, ofOwner), eq(projectShares.projectId, projectId)))
      .orderBy(asc(customers.sortName), asc(customers.id)),

  /** The next `limit` customers after `place` in order of creation, only those that work at a provider if one is given. */
  customers: async (
    { providerId, withDeleted }: { providerId?: string | undefined; withDeleted: boolean },
    place: { createdAt: Date; id: string } | undefined,
    limit: number,
  ): Promise<Row<"customer">[]> => {
    const owners = (id: string) =>
      db.select({ id: projects.customerId }).from(projects).where(eq(projects.providerId, id));
    const guestsAt = (id: string) =>
      db
        .select({ id: projectShares.sharedWithId })
        .from(projectShares)
        .innerJoin(projects, and(eq(projects.id, projectShares.projectId), eq(projects.providerId, id)))
        .innerJoin(customers, and(eq(customers.id, projectShares.customerId), isNull(customers.deletedAt)));
    return db
      .select()
      .from(customers)
      .where(
        and(
          visible(scope, ofOwner),
          withDeleted ? undefined : isNull(customers.deletedAt),
          providerId === undefined ? undefined : inArray(customers.id, owners(providerId).union(guestsAt(providerId))),
          place &&
            sql`(${customers.createdAt}, ${customers.id}) > (${sql.param(place.createdAt, customers.createdAt)}, ${place.id})`,
        ),
      )
      .orderBy(asc(customers.createdAt), asc(customers.id))
      .limit(limit);
  },
});
