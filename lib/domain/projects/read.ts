import { type Project, read } from "@/db/doors";
import type { AnyScope, Scope } from "@/lib/core/scope";
import type { Customer } from "../customers/customer";

export type { Project };

type Reading = Scope<"resources:read">;

export interface CustomerProject {
  project: Project;
  provider: { id: string; name: string };
  /** Another customer's, who shares it. */
  shared: boolean;
}

/** Every project that a customer found before works in, its own and shared ones, in order of creation. */
export const listProjects = async (scope: Reading, customerId: string): Promise<CustomerProject[]> =>
  (await read(scope, ({ projects }) => projects.ofCustomer(customerId))).map(({ project, provider }) => ({
    project,
    provider: { id: provider.id, name: provider.name },
    shared: project.customerId !== customerId,
  }));

/** The ids of those that are another customer's. */
export const sharedOf = (projects: readonly CustomerProject[]): ReadonlySet<string> =>
  new Set(projects.flatMap(({ project, shared }) => (shared ? project.id : [])));

/** The same by provider, only those with a project, in the providers' own order, as their resources are. */
export async function listProjectsByProvider(scope: Reading, customerId: string) {
  const rows = await read(scope, ({ projects }) => projects.ofCustomer(customerId));
  const byProvider = new Map(rows.map(({ provider }) => [provider.id, { ...provider, projects: [] as Project[] }]));
  for (const { project, provider } of rows) byProvider.get(provider.id)?.projects.push(project);
  return [...byProvider.values()].sort(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1),
  );
}

/** Each project below the scope once, however many customers work in it. */
export const projectsOfReseller = (scope: Reading) => read(scope, ({ projects }) => projects.list());

/** Who else works in a project of a customer found before. */
export const guestsOf = (scope: Reading, projectId: string) =>
  read(scope, ({ projects }) => projects.guestsOf(projectId));

/** The ids of the projects that a customer found before works in, in order of creation. */
export const projectIdsOf = async (scope: AnyScope, customerId: string): Promise<string[]> =>
  (await read(scope, ({ projects }) => projects.ofCustomer(customerId))).map(({ project }) => project.id);

const CHUNK = 500;

export interface Client {
  customer: Customer;
  projectIds: string[];
}

/**
 * Customers with the ids of their projects, in order of creation and some hundred at a time. With `providerId` only
 * those that work at that provider; deleted ones only where asked for.
 */
export async function* clientsOf(
  scope: Scope<"customers:read">,
  filter: { providerId?: string | undefined; withDeleted: boolean },
): AsyncGenerator<Client[]> {
  let last: Customer | undefined;
  for (;;) {
    const [chunk, ids] = await read(scope, async ({ projects }) => {
      const customers = await projects.customers(filter, last, CHUNK);
      return [customers, await projects.idsOf(customers.map(({ id }) => id))] as const;
    });
    yield chunk.map((customer) => ({ customer, projectIds: ids.get(customer.id) ?? [] }));
    if (chunk.length < CHUNK) return;
    last = chunk.at(-1);
    await new Promise(setImmediate);
  }
}
