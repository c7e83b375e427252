import { and, asc, eq, getTableColumns, isNull, type SQL, sql } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { cspProviders, customers, projectShares, projects, providers, resources, storageSamples } from "../schema";
import { hot } from "./hot";
import { type Depth, depthOf, pathValues, visibleAt } from "./visible";

export type StorageSample = typeof storageSamples.$inferSelect;

/** Shares as rows of the guest. */
const guests = {
  cspId: projectShares.cspId,
  resellerId: projectShares.resellerId,
  customerId: projectShares.sharedWithId,
};

const of = sql.placeholder("of");

/** The projects that the customer `of` works in: its own, and those that customers who are still there share with it. */
const accessible = (db: Database, depth: Depth) =>
  db
    .select({
      id: projects.id,
      name: projects.name,
      providerId: projects.providerId,
      createdAt: projects.createdAt,
    })
    .from(projects)
    .where(and(visibleAt(depth, projects), eq(projects.customerId, of)))
    .union(
      db
        .select({
          id: projects.id,
          name: projects.name,
          providerId: projects.providerId,
          createdAt: projects.createdAt,
        })
        .from(projectShares)
        .innerJoin(customers, and(eq(customers.id, projectShares.customerId), isNull(customers.deletedAt)))
        .innerJoin(projects, eq(projects.id, projectShares.projectId))
        .where(and(visibleAt(depth, guests), eq(projectShares.sharedWithId, of))),
    )
    .as("accessible");

/**
 * One row a resource; one row without it for a project that has none, and one with a null project for a provider without
 * projects. Each row carries its project's latest storage sample.
 */
function rowsOf(db: Database, depth: Depth, where: (project: ReturnType<typeof accessible>) => SQL | undefined) {
  const project = accessible(db, depth);
  return db
    .select({
      providerId: providers.id,
      providerName: providers.name,
      projectId: project.id,
      projectName: project.name,
      resource: {
        id: resources.id,
        kind: resources.kind,
        name: resources.name,
        startedAt: resources.startedAt,
        endedAt: resources.endedAt,
        attributes: resources.attributes,
      },
      sample: {
        bytesUsed: storageSamples.bytesUsed,
        containerCount: storageSamples.containerCount,
        objectCount: storageSamples.objectCount,
        sampledAt: storageSamples.sampledAt,
      },
    })
    .from(cspProviders)
    .innerJoin(providers, eq(providers.id, cspProviders.providerId))
    .leftJoin(project, eq(project.providerId, providers.id))
    .leftJoin(
      storageSamples,
      eq(
        storageSamples.id,
        sql`(select s.id from ${storageSamples} s where s.project_id = ${project.id} order by s.sampled_at desc, s.id desc limit 1)`,
      ),
    )
    .leftJoin(resources, eq(resources.projectId, project.id))
    .where(and(eq(cspProviders.cspId, sql.placeholder("cspId")), where(project)))
    .orderBy(
      asc(providers.createdAt),
      asc(providers.id),
      asc(project.createdAt),
      asc(project.id),
      asc(resources.startedAt),
      asc(resources.id),
    );
}

export type ResourceRow = Awaited<ReturnType<ReturnType<typeof rowsOf>["execute"]>>[number];

export const resourceReads = (db: Database, scope: AnyScope) => {
  const depth = depthOf(scope);
  const values = pathValues(scope);
  const prepared = (name: string, where: (project: ReturnType<typeof accessible>) => SQL | undefined) =>
    hot(db, `${name}_${depth}`, (prepare) => prepare(rowsOf(db, depth, where), `${name}_${depth}`));

  return {
    /** All that a customer uses, by provider and project. */
    ofCustomer: async (customerId: string): Promise<ResourceRow[]> =>
      prepared("resources_of_customer", (project) => sql`${project.id} is not null`).execute({
        ...values,
        of: customerId,
      }),

    /** No row where the provider is not open to the CSP. */
    atProvider: async (customerId: string, providerId: string): Promise<ResourceRow[]> =>
      prepared("resources_at_provider", () => eq(providers.id, sql.placeholder("providerId"))).execute({
        ...values,
        of: customerId,
        providerId,
      }),

    /** No row where the customer does not work in the project. */
    inProject: async (customerId: string, projectId: string): Promise<ResourceRow[]> =>
      prepared("resources_in_project", (project) => eq(project.id, sql.placeholder("projectId"))).execute({
        ...values,
        of: customerId,
        projectId,
      }),

    /**
     * The storage samples of all that a customer works in, oldest first: those from `from` until before `until`, and of
     * each project the last one before, which is what holds at `from`.
     */
    samples: async (customerId: string, from: Date, until: Date): Promise<StorageSample[]> =>
      hot(db, `storage_samples_${depth}`, (prepare) => {
        const project = accessible(db, depth);
        const start = sql.param(sql.placeholder("from"), storageSamples.sampledAt);
        const end = sql.param(sql.placeholder("until"), storageSamples.sampledAt);
        const before = sql`(select max(s.sampled_at) from ${storageSamples} s where s.project_id = ${project.id} and s.sampled_at <= ${start})`;
        return prepare(
          db
            .select(getTableColumns(storageSamples))
            .from(project)
            .innerJoin(storageSamples, eq(storageSamples.projectId, project.id))
            .where(
              and(
                sql`${storageSamples.sampledAt} >= coalesce(${before}, ${start})`,
                sql`${storageSamples.sampledAt} < ${end}`,
              ),
            )
            .orderBy(asc(storageSamples.projectId), asc(storageSamples.sampledAt), asc(storageSamples.id)),
          `storage_samples_${depth}`,
        );
      }).execute({ ...values, of: customerId, from, until }),
  };
};
