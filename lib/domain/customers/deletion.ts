import { read } from "@/db/doors";
import { resourceKinds } from "@/lib/core/resources";
import type { Scope } from "@/lib/core/scope";
import { treeOf } from "../resources/tree";
import { type Customer, RETENTION_DAYS } from "./customer";

/** What a deletion takes from the platform, and what goes on running at the providers all the same. */
export const deletionOf = (scope: Scope<"customers:read" | "resources:read">, customer: Customer) =>
  read(scope, async ({ accounts, domains, keys, projects, resources }) => {
    const own = new Set(
      (await projects.ofCustomer(customer.id)).flatMap(({ project }) =>
        project.customerId === customer.id ? project.id : [],
      ),
    );
    const tree = treeOf(await resources.ofCustomer(customer.id));
    const running = tree.flatMap(({ id, name, projects }) =>
      resourceKinds.flatMap((kind) => {
        const live = projects
          .filter((project) => own.has(project.id))
          .flatMap((project) => project.resources[kind].filter(({ endedAt }) => endedAt === null));
        return live.length === 0 ? [] : [{ provider: { id, name }, kind, count: live.length }];
      }),
    );
    return {
      deletable: !customer.admin,
      running,
      keys: (await keys.list({ customerId: customer.id })).filter(({ key }) => key.revokedAt === null).length,
      domains: (await domains.ofCustomer(customer.id)).length,
      accounts: (await accounts.ofCustomers([customer.id])).length,
      restorableDays: RETENTION_DAYS,
    };
  });
