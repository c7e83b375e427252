import { and, asc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { ResourceAttributes, ResourceKind } from "../../lib/core/resources";
import type { AnyScope } from "../../lib/core/scope";
import { type Database, kit } from "../kit";
import { cspProviders, providers, resources, storageSamples } from "../schema";
import { accessible } from "./accessible";
import { hot } from "./hot";
import { type Depth, depthOf, pathValues } from "./visible";

export type StorageSample = typeof storageSamples.$inferSelect;

/** Something that runs or ran in a project. */
export interface Resource {
  readonly id: string;
  readonly kind: ResourceKind;
  readonly name: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly attributes: ResourceAttributes;
}

type Listed = [
  id: string,
  kind: ResourceKind,
  name: string,
  start: string,
  end: string | null,
  attributes: ResourceAttributes,
];

/** The databases print instants differently, both so that `Date` reads them. */
const resourcesIn = (text: string): Resource[] =>
  // What `listed` selects, in its order.
  (JSON.parse(text) as Listed[]).map(([id, kind, name, start, end, attributes]) => ({
    id,
    kind,
    name,
    startedAt: new Date(start),
    endedAt: end === null ? null : new Date(end),
    attributes,
  }));

const { id, kind, name, startedAt, endedAt, attributes } = resources;
const listed = kit.jsonRows([id, kind, name, startedAt, endedAt, kit.asJson(attributes)], [startedAt, id]);

/**
 * One row a project, with all its resources and its latest storage sample; one with a null project for a provider without
 * projects.
 */
function rowsOf(db: Database, depth: Depth, where: (project: ReturnType<typeof accessible>) => SQL | undefined) {
  const project = accessible(db, depth);
  const latest = sql`(select s.id from ${storageSamples} s where s.project_id = ${project.id} order by s.sampled_at desc, s.id desc limit 1)`;
  return db
    .select({
      providerId: providers.id,
      providerName: providers.name,
      projectId: project.id,
      projectName: project.name,
      resources: sql`(select ${listed} from ${resources} where ${resources.projectId} = ${project.id})`.mapWith(
        resourcesIn,
      ),
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
    .leftJoin(storageSamples, eq(storageSamples.id, latest))
    .where(and(eq(cspProviders.cspId, sql.placeholder("cspId")), where(project)))
    .orderBy(asc(providers.createdAt), asc(providers.id), asc(project.createdAt), asc(project.id));
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
