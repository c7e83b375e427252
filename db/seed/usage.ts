import { days, hours, later } from "../../lib/core/time";
import type { ResourceAttributes } from "../schema";
import type { Account } from "./accounts";
import type { Company } from "./companies";
import type { Customer, Part } from "./customers";
import type { Provider } from "./providers";
import { Rng } from "./rng";
import type { Row, Rows } from "./rows";

type Kind = Row<"resources">["kind"];
export type Project = Row<"projects">;

const flavors: Record<Provider["kind"], readonly string[]> = {
  openstack: [
    "general.pico.linux",
    "general.small.linux",
    "general.medium.windows",
    "compute.large.linux",
    "memory.xlarge.linux",
  ],
  aws: ["t3.micro", "t3.large", "m7g.xlarge", "c6i.2xlarge"],
  azure: ["Standard_B2s", "Standard_D4s_v5", "Standard_E8s_v5"],
  microsoft: [],
};

/** OpenStack knows its volume types by id, the others by name. */
const volumeTypes: Record<Provider["kind"], readonly string[]> = {
  openstack: ["e4bc323c-ccb6-4882-98ad-ff39814f0427", "0f0c2a39-7c1e-4a53-9d0a-64d1f35a6c11"],
  aws: ["gp3", "io2"],
  azure: ["Premium_LRS", "StandardSSD_LRS"],
  microsoft: [],
};

const roles = ["web", "db", "cache", "worker", "mail", "build", "vpn", "files"];
const projectNames = ["production", "staging", "data-platform", "web-shop", "Intranet", "R&D", "disaster-recovery"];

const GIBIBYTE = 2 ** 30;

/** What the customers' projects run and ran. */
export class Usage {
  constructor(
    private readonly rng: Rng,
    private readonly now: Date,
  ) {}

  /** Adds projects at those of the accounts that have some, and makes the first one the customer's default. */
  add(rows: Rows, customer: Customer, company: Company, accounts: [Account, Provider][], part: Part): Project[] {
    const stop = this.end(customer);
    const made = accounts.flatMap(([account, provider]) => {
      if (provider.kind === "microsoft" || customer.status === "CONFIGURED") return [];
      const names = this.namesOf(provider, part);
      return names.map((name) => {
        const project = this.project(rows, account, name, stop);
        this.fill(rows, customer, company, project, provider, stop, name !== "" && part === "showcase");
        return project;
      });
    });
    customer.defaultProjectId = made[0]?.id ?? null;
    return made;
  }

  /** The guest, of the same reseller, works in the project too. */
  share(rows: Rows, project: Project, guest: Customer): void {
    const { cspId, resellerId, customerId, id } = project;
    rows.projectShares.push({ cspId, resellerId, customerId, projectId: id, sharedWithId: guest.id });
  }

  private namesOf({ kind, name }: Provider, part: Part): string[] {
    if (part === "showcase" && name === "Ormuco NA") return ["production", "shared-analytics"];
    if (part === "showcase") return [kind === "openstack" ? "disaster-recovery" : ""];
    if (part === "neighbour" && name === "Ormuco EU") return ["joint-portal"];
    const first = this.rng.chance(0.15) ? "" : this.rng.pick(projectNames);
    return this.rng.chance(0.2) ? [first, `${first || "project"}-2`] : [first];
  }

  private project(rows: Rows, account: Account, name: string, stop: Date): Project {
    const createdAt = this.between(account.createdAt, stop, 0.05);
    const { cspId, resellerId, customerId, providerId } = account;
    const project = { id: this.rng.id(createdAt), cspId, resellerId, customerId, providerId, name, createdAt };
    rows.projects.push(project);
    return project;
  }

  /** Until when things could begin: a disabled customer runs nothing any more. */
  private end(customer: Customer): Date {
    const last = customer.deletedAt ?? this.now;
    return customer.status === "DISABLED" ? this.between(customer.createdAt, last, 0.9) : last;
  }

  /** An instant in the first `part` of a span. */
  private between(from: Date, to: Date, part = 1): Date {
    return this.rng.instant(from, later(from, Math.max(0, to.getTime() - from.getTime()) * part));
  }

  /** `full`: every kind at least twice, of which one has ended. */
  private fill(
    rows: Rows,
    customer: Customer,
    company: Company,
    project: Project,
    { kind }: Provider,
    stop: Date,
    full: boolean,
  ) {
    const { rng } = this;
    const isOver = customer.status === "DISABLED";
    const { cspId, resellerId, customerId, id: projectId } = project;
    const path = { cspId, resellerId, customerId, projectId };

    const run = (
      of: Kind,
      name: string,
      attributes: ResourceAttributes,
      span: { from?: Date; ends?: boolean } = {},
    ) => {
      const startedAt = span.from ?? this.between(project.createdAt, stop, 0.95);
      const ends = isOver || (span.ends ?? rng.chance(0.3));
      const endedAt = ends ? this.between(later(startedAt, 1000), stop) : null;
      const row = { id: rng.id(startedAt), ...path, kind: of, name, startedAt, endedAt, attributes };
      rows.resources.push(row);
      return row;
    };
    const few = (
      of: Kind,
      chance: number,
      name: (i: number) => string,
      attributes: () => ResourceAttributes = () => ({}),
    ) => {
      const count = full ? rng.int(2, 4) : rng.chance(chance) ? rng.int(1, 2) : 0;
      for (let i = 0; i < count; i++) run(of, name(i + 1), attributes(), full ? { ends: i === 1 } : {});
    };

    const servers = full ? rng.int(6, 9) : rng.chance(0.15) ? 0 : rng.int(1, 5);
    for (let i = 0; i < servers; i++) {
      const role = rng.pick(roles);
      const server = run(
        "servers",
        `${role}-${i + 1}`,
        { flavor: rng.pick(flavors[kind]) },
        full ? { ends: i % 3 === 1 } : {},
      );
      // A snapshot may outlive its server: an orphan.
      if (rng.chance(0.35) || (full && i < 2)) {
        const from = this.between(server.startedAt, server.endedAt ?? stop);
        const size = { server_id: server.id, size_bytes: rng.int(5, 90) * GIBIBYTE };
        run(
          "server_snapshots",
          `${server.name}-${day(from)}`,
          size,
          full && i < 2 ? { from, ends: i === 0 } : { from },
        );
      }
      if (rng.chance(0.75) || (full && i < 2)) this.volume(run, server, kind, i, full, stop);
    }
    few(
      "floating_ips",
      0.6,
      () => "",
      () => ({ ip_address: `${rng.pick(["198.51.100", "203.0.113"])}.${rng.int(1, 254)}` }),
    );
    few("load_balancers", 0.25, (i) => `lb-${i}`);
    few("dns_zones", 0.35, (i) => (i === 1 ? `${company.domain}.` : `z${i}.${company.domain}.`));
    few("vpn_site_connections", 0.2, (i) => `${company.slug}-office-${i}`);
    if (full) this.resizes(rows, project, kind);
    if (full || (!isOver && rng.chance(0.4))) this.samples(rows, path, project, stop);
  }

  private volume(
    run: (
      kind: Kind,
      name: string,
      attributes: ResourceAttributes,
      span: { from: Date; ends?: boolean },
    ) => Row<"resources">,
    server: Row<"resources">,
    kind: Provider["kind"],
    i: number,
    full: boolean,
    stop: Date,
  ): void {
    const { rng } = this;
    const size_gb = rng.pick([10, 20, 50, 100, 500, 2000]);
    const attributes = { size_gb, volume_type: rng.pick(volumeTypes[kind]) };
    const from = later(server.startedAt, rng.int(0, 60) * 1000);
    const volume = run("volumes", `${server.name}-data`, attributes, full ? { from, ends: i === 1 } : { from });
    if (!rng.chance(0.3) && !(full && i < 2)) return;
    const at = this.between(volume.startedAt, volume.endedAt ?? stop);
    const snapshot = { size_gb, volume_id: volume.id };
    run(
      "volume_snapshots",
      `${volume.name}-${day(at)}`,
      snapshot,
      full && i < 2 ? { from: at, ends: i === 0 } : { from: at },
    );
  }

  /** A server and a volume that were given another size: ended, and begun anew under their names. */
  private resizes(
    rows: Rows,
    { cspId, resellerId, customerId, id: projectId, createdAt }: Project,
    kind: Provider["kind"],
  ) {
    const [small = "", , large = ""] = flavors[kind];
    const volume_type = volumeTypes[kind][0];
    // A chance of its own: with the one of all, every customer after this one would be another.
    const rng = new Rng(createdAt.getTime());
    const sizes = [
      { of: "servers", name: "api-1", before: { flavor: small }, after: { flavor: large } },
      { of: "volumes", name: "archive", before: { size_gb: 200, volume_type }, after: { size_gb: 500, volume_type } },
    ] as const;
    for (const [i, { of, name, before, after }] of sizes.entries()) {
      const resizedAt = later(this.now, -days(9 + 6 * i));
      const startedAt = rng.instant(createdAt, resizedAt);
      const row = { cspId, resellerId, customerId, projectId, kind: of, name };
      rows.resources.push(
        { ...row, id: rng.id(startedAt), startedAt, endedAt: resizedAt, attributes: before },
        { ...row, id: rng.id(resizedAt), startedAt: resizedAt, endedAt: null, attributes: after },
      );
    }
  }

  /** One a day over the last 60 days, drifting. */
  private samples(
    rows: Rows,
    path: Pick<Project, "cspId" | "resellerId" | "customerId"> & { projectId: string },
    project: Project,
    stop: Date,
  ) {
    const { rng } = this;
    let bytesUsed = rng.int(5, 4000) * 10 ** rng.int(7, 9) + rng.int(0, 999_999);
    const containerCount = rng.int(1, 40);
    for (let day = 60; day > 0; day--) {
      const sampledAt = later(this.now, -days(day) + hours(3) + rng.int(0, 3_600_000));
      bytesUsed = Math.round(bytesUsed * (1 + rng.int(-8, 20) / 1000));
      if (sampledAt < project.createdAt || sampledAt >= stop) continue;
      const objectCount = Math.ceil(bytesUsed / 180_000);
      rows.storageSamples.push({ id: rng.id(sampledAt), ...path, bytesUsed, containerCount, objectCount, sampledAt });
    }
  }
}

const day = (at: Date): string => at.toISOString().slice(0, 10);
