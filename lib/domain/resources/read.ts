import { read, type StorageSample } from "@/db/doors";
import type { Scope } from "@/lib/core/scope";
import { present } from "../customers/customer";
import { type ProjectResources, type ProviderResources, treeOf } from "./tree";
import type { Span } from "./usage";

type Reading = Scope<"resources:read">;

/** All that a customer, found before, uses and used: its own projects and those shared with it. One query. */
export const resourcesOf = async (scope: Reading, customerId: string): Promise<ProviderResources[]> =>
  treeOf(await read(scope, ({ resources }) => resources.ofCustomer(customerId)));

/** A provider where the customer has nothing is without projects; 404 for one that the CSP does not have. One query. */
export const resourcesAt = async (scope: Reading, customerId: string, providerId: string): Promise<ProviderResources> =>
  present(treeOf(await read(scope, ({ resources }) => resources.atProvider(customerId, providerId))).at(0), "Provider");

/** 404 for a project that the customer does not work in. One query. */
export const resourcesIn = async (scope: Reading, customerId: string, projectId: string): Promise<ProjectResources> =>
  present(
    treeOf(await read(scope, ({ resources }) => resources.inProject(customerId, projectId)))
      .at(0)
      ?.projects.at(0),
    "Project",
  );

/** The object storage samples that hold in a span: for an as-of date, a difference or a month's usage. */
export const storageSamplesOf = (scope: Reading, customerId: string, { from, until }: Span): Promise<StorageSample[]> =>
  read(scope, ({ resources }) => resources.samples(customerId, from, until));
