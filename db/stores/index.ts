import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { accountReads, accountWrites } from "./accounts";
import { associationReads, associationWrites } from "./associations";
import { auditReads } from "./audit";
import { capacityReads, capacityWrites } from "./capacity";
import type { Changes } from "./changes";
import { collectionReads } from "./collections";
import { customerListReads } from "./customer-list";
import { customerPageReads } from "./customer-pages";
import { customerReads, customerWrites } from "./customers";
import { domainReads, domainWrites } from "./domains";
import { groupReads, groupWrites } from "./groups";
import { importStepReads, importStepWrites } from "./import-steps";
import { jobReads, jobWrites } from "./jobs";
import { keyReads, keyWrites } from "./keys";
import { operatorStores } from "./operator";
import { overviewReads } from "./overview";
import { planReads } from "./plans";
import { projectReads } from "./projects";
import { providerReads, providerWrites } from "./providers";
import { resellerReads, resellerWrites } from "./resellers";
import { resourceReads } from "./resources";
import { settingReads, settingWrites } from "./settings";
import { skinReads, skinWrites } from "./skins";
import { userReads, userWrites } from "./users";
import { viewReads, viewWrites } from "./views";

/** One store a noun. A store is closed over the connection and the scope: no query can leave its tenant. */
const reads = {
  accounts: accountReads,
  customerList: customerListReads,
  associations: associationReads,
  collections: collectionReads,
  customerPages: customerPageReads,
  customers: customerReads,
  providers: providerReads,
  resellers: resellerReads,
  plans: planReads,
  projects: projectReads,
  resources: resourceReads,
  settings: settingReads,
  capacity: capacityReads,
  groups: groupReads,
  domains: domainReads,
  importSteps: importStepReads,
  jobs: jobReads,
  keys: keyReads,
  users: userReads,
  audit: auditReads,
  overview: overviewReads,
  skins: skinReads,
  views: viewReads,
};

const writes = {
  accounts: accountWrites,
  associations: associationWrites,
  collections: collectionReads,
  customerPages: customerPageReads,
  customers: customerWrites,
  providers: providerWrites,
  resellers: resellerWrites,
  plans: planReads,
  projects: projectReads,
  resources: resourceReads,
  settings: settingWrites,
  capacity: capacityWrites,
  groups: groupWrites,
  domains: domainWrites,
  importSteps: importStepWrites,
  jobs: jobWrites,
  keys: keyWrites,
  users: userWrites,
  skins: skinWrites,
  views: viewWrites,
  audit: auditReads,
};

type Opened<S> = { readonly [K in keyof S]: S[K] extends (...args: never[]) => infer R ? R : never };
export type Reads = Opened<typeof reads>;
export type Writes = Opened<typeof writes>;
export type OperatorStores = ReturnType<typeof operatorStores>;

/**
 * Opens a store when it is first used: a request touches two of some twenty. The getters stand on one prototype, since
 * defining them anew for every request would cost more than the requests' queries.
 */
function lazily<S extends Record<string, (...args: never[]) => unknown>>(stores: S): (...args: unknown[]) => Opened<S> {
  class Lazy {
    readonly opened: Record<string, unknown> = {};
    constructor(readonly args: unknown[]) {}
  }
  for (const [name, open] of Object.entries(stores)) {
    Object.defineProperty(Lazy.prototype, name, {
      get(this: Lazy) {
        // Each store takes exactly the arguments of the function that opens its side.
        this.opened[name] ??= (open as (...args: unknown[]) => unknown)(...this.args);
        return this.opened[name];
      },
    });
  }
  return (...args) => new Lazy(args) as unknown as Opened<S>;
}

const lazyReads = lazily(reads);
const lazyWrites = lazily(writes);

export const openReads = (db: Database, scope: AnyScope): Reads => lazyReads(db, scope);
export const openWrites = (db: Database, scope: AnyScope, changes: Changes): Writes => lazyWrites(db, scope, changes);
export const openOperator = operatorStores;
