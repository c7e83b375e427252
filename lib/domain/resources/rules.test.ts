import { describe, expect, it } from "vitest";
import type { Resource, ResourceRow, StorageSample } from "@/db/doors";
import type { ResourceAttributes, ResourceKind } from "@/lib/core/resources";
import { asOf, differenceBetween, totalsOf, trendOf } from "./as-of";
import { orphansOf } from "./orphans";
import { treeOf } from "./tree";
import { monthSpan, usageOf, usageTotals } from "./usage";

const day = (text: string) => new Date(`2026-${text}T00:00:00Z`);

interface Span {
  from: string;
  until?: string;
  name?: string;
}

const some = (
  kind: ResourceKind,
  id: string,
  { from, until, name = id }: Span,
  attributes: ResourceAttributes = {},
) => ({
  id,
  kind,
  name,
  startedAt: day(from),
  endedAt: until ? day(until) : null,
  attributes,
});

const row = (projectId: string | null, ...resources: Resource[]): ResourceRow => ({
  providerId: "cloud",
  providerName: "Cloud",
  projectId,
  projectName: projectId?.toUpperCase() ?? null,
  resources,
  sample: null,
});

const sample = (projectId: string, at: string, bytesUsed: number): StorageSample => ({
  id: `${projectId}-${at}`,
  cspId: "c",
  resellerId: "r",
  customerId: "k",
  projectId,
  bytesUsed,
  containerCount: 1,
  objectCount: 2,
  sampledAt: day(at),
});

const tree = treeOf([
  row(
    "p",
    some("servers", "web", { from: "01-10", until: "02-10" }),
    some("servers", "db", { from: "01-20" }),
    some("server_snapshots", "of-web", { from: "01-15" }, { server_id: "web", size_bytes: 2e9 }),
    some("server_snapshots", "of-none", { from: "01-15" }, { server_id: "?", size_bytes: 1 }),
    some("volumes", "data", { from: "01-20" }, { size_gb: 10 }),
    some("volumes", "small", { name: "disk", from: "01-01", until: "02-03" }, { size_gb: 5 }),
    some("volumes", "large", { name: "disk", from: "02-03" }, { size_gb: 50 }),
    some("volume_snapshots", "of-small", { from: "01-02" }, { size_gb: 5, volume_id: "small" }),
  ),
  row("q", some("volumes", "alone", { from: "01-05" }, { size_gb: 7 })),
]);

const ids = (resources: readonly { id: string }[]) => resources.map(({ id }) => id);
const alive = (at: Date) => asOf(tree, [], at).map(({ projects }) => projects.map((p) => ids(p.resources.servers)));

describe("treeOf", () => {
  it("keeps a provider without projects and a project without resources", () => {
    expect(treeOf([row(null)])).toEqual([{ id: "cloud", name: "Cloud", projects: [] }]);
    const [provider] = treeOf([row("p"), row("z")]);
    expect(provider?.projects.map(({ id, name }) => [id, name])).toEqual([
      ["p", "P"],
      ["z", "Z"],
    ]);
    expect(Object.values(provider?.projects[0]?.resources ?? {}).flat()).toEqual([]);
  });
});

describe("as of a date", () => {
  it("is alive from its start until before its end", () => {
    expect(alive(new Date(day("01-10").getTime() - 1))).toEqual([[[], []]]);
    expect(alive(day("01-10"))).toEqual([[["web"], []]]);
    expect(alive(new Date(day("02-10").getTime() - 1))).toEqual([[["web", "db"], []]]);
    expect(alive(day("02-10"))).toEqual([[["db"], []]]);
  });

  it("shows the storage that was sampled last by then", () => {
    const samples = [sample("p", "01-03", 30), sample("p", "01-01", 10), sample("q", "01-02", 99)];
    const at = (text: string) => asOf(tree, samples, day(text))[0]?.projects.map(({ storage }) => storage?.bytesUsed);
    expect(at("01-02")).toEqual([10, 99]);
    expect(at("01-03")).toEqual([30, 99]);
    expect(asOf(tree, samples, new Date("2025-12-31"))[0]?.projects[0]?.storage).toBeNull();
  });

  it("counts a project once, however many trees it is in", () => {
    const totals = totalsOf([tree, tree], day("02-05"));
    expect(totals.projects).toBe(2);
    expect(totals.kinds.servers).toEqual({ count: 2, gb: null });
    expect(totals.kinds.volumes).toEqual({ count: 3, gb: 67 });
    expect(totals.kinds.dns_zones).toEqual({ count: 0, gb: null });
  });

  it("tells the trend of each kind", () => {
    const trend = trendOf(tree, [day("01-01"), day("01-25"), day("03-01")]);
    expect(trend.map(({ kinds }) => kinds.servers)).toEqual([0, 2, 1]);
  });
});

describe("the difference between two dates", () => {
  it("tells what came, what went and what came back in another size", () => {
    const { added, ended, resized } = differenceBetween(tree, day("01-20"), day("02-11"));
    expect(ids(added)).toEqual([]);
    expect(ids(ended)).toEqual(["web"]);
    expect(resized.map(({ before, after }) => [before.id, after.id])).toEqual([["small", "large"]]);
    expect(ids(differenceBetween(tree, day("01-12"), day("01-20")).added).sort()).toEqual([
      "data",
      "db",
      "of-none",
      "of-web",
    ]);
  });

  it("is empty between an instant and itself", () => {
    expect(differenceBetween(tree, day("02-01"), day("02-01"))).toEqual({ added: [], ended: [], resized: [] });
  });
});

describe("orphans", () => {
  it("are what has lost its parent, for as long as it is alive itself", () => {
    expect(Object.fromEntries(orphansOf(tree, day("02-05")))).toEqual({
      "of-none": "its server is not known here",
      "of-small": "its volume has ended",
      alone: "no server runs in its project",
    });
    expect(orphansOf(tree, day("02-10")).get("of-web")).toBe("its server has ended");
    expect(orphansOf(tree, day("01-02")).has("of-none")).toBe(false);
  });
});

describe("a month's usage", () => {
  const later = day("06-01");
  const january = monthSpan("2026-01");
  const lineOf = (lines: ReturnType<typeof usageOf>, id: string) => lines.find((line) => line.id === id);

  it("reads a month in UTC", () => {
    expect(january).toEqual({ from: day("01-01"), until: day("02-01") });
    expect(monthSpan("2026-12").until).toEqual(new Date("2027-01-01"));
    for (const wrong of ["2026-13", "2026-00", "26-01", "2026-1", ""]) expect(() => monthSpan(wrong)).toThrow();
  });

  it("clips starts and ends to the month and sizes to hours", () => {
    const lines = usageOf(tree, [], january, later);
    expect(lineOf(lines, "web")).toMatchObject({ from: day("01-10"), until: day("02-01"), hours: 528, gbHours: null });
    expect(lineOf(lines, "data")).toMatchObject({ hours: 288, gbHours: 2880 });
    expect(lineOf(lines, "of-web")).toMatchObject({ hours: 408, gbHours: 816 });
    expect(lineOf(lines, "large")).toBeUndefined();
    expect(lineOf(usageOf(tree, [], monthSpan("2026-02"), later), "small")).toMatchObject({ hours: 48, gbHours: 240 });
  });

  it("counts no hour that has not come", () => {
    const lines = usageOf(tree, [], january, day("01-21"));
    expect(lineOf(lines, "db")).toMatchObject({ until: day("01-21"), hours: 24 });
    expect(usageOf(tree, [], january, new Date("2025-12-31"))).toEqual([]);
  });

  it("counts storage from sample to sample, beginning with the last one before the month", () => {
    const samples = [sample("p", "01-31", 3e9), sample("p", "02-03", 5e9)];
    const line = lineOf(usageOf(tree, samples, monthSpan("2026-02"), day("02-04")), "p");
    expect(line).toMatchObject({ kind: "object_storage", hours: 72, gbHours: 48 * 3 + 24 * 5 });
  });

  it("adds up to its lines", () => {
    const lines = usageOf(tree, [sample("q", "01-05", 123_456_789)], january, later);
    const { hours, gbHours } = usageTotals(lines);
    expect(hours).toBeCloseTo(
      lines.reduce((sum, line) => sum + line.hours, 0),
      4,
    );
    expect(gbHours).toBeCloseTo(
      lines.reduce((sum, line) => sum + (line.gbHours ?? 0), 0),
      4,
    );
  });
});
