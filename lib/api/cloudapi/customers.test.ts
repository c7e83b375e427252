import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, created, good, refused, resultOf, rootOf } from "@/lib/testing/cloudapi";
import { demo } from "@/lib/testing/demo";

const { customers, resellers } = demo();
const showcase = customers.find(({ showcase }) => showcase)?.id ?? "";
const foreign = customers.find(({ resellerId }) => resellerId === resellers[1]?.id)?.id ?? "";

describe("a customer", () => {
  it("is made as said", async () => {
    const { jobguid, result } = await good(
      ask("create", {
        name: "Meridian 🚢 Ltd",
        description: "Ships\nand boats",
        address: "12 Quay Road",
        city: "Cork",
        country: "Ireland",
        resourcegroupguid: "0190478A-D800-70C5-A0B6-E86D14757F22",
      }),
    );
    expect(jobguid).toMatch(/^[0-9a-f]{8}-/);
    const guid = String(result);
    expect(await rootOf(guid)).toEqual({
      guid,
      name: "Meridian 🚢 Ltd",
      description: "Ships\nand boats",
      address: "12 Quay Road",
      city: "Cork",
      country: "Ireland",
      status: "CONFIGURED",
      resourcegroupguid: "0190478a-d800-70c5-a0b6-e86d14757f22",
      retentionpolicyguid: null,
      cloudusergroups: [],
      domains: [],
      registered: false,
      creationdate: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      version: 1,
    });
    expect(await resultOf("list", { customerguid: guid })).toEqual([
      {
        guid,
        name: "Meridian 🚢 Ltd",
        description: "Ships\nand boats",
        address: "12 Quay Road",
        city: "Cork",
        country: "Ireland",
        status: "CONFIGURED",
      },
    ]);
  });

  it.each([
    [{ name: "x", country: "Atlantis" }, "country: must be the English name of a country"],
    [{ name: "x", resourcegroupguid: "1" }, "resourcegroupguid: must be a UUID"],
    [{ name: "self" }, "name"],
    [{ name: randomUUID() }, "name"],
    [{ name: "é".repeat(256) }, "name: must be at most 255 characters"],
    [{ name: "a\u0007b" }, "name: must not contain control characters"],
    [{ name: "x", address: "é".repeat(256) }, "address"],
    [{ name: "x", city: "é".repeat(256) }, "city"],
    [{ name: "   " }, "name: must not be empty"],
  ])("is not made of %j", async (args, told) => {
    expect(await refused(ask("create", args), 400, 8002)).toContain(told);
  });

  it("is changed where something is given", async () => {
    const guid = await created({ country: "US", city: "Boston" });
    const policy = randomUUID();
    const { result } = await good(
      ask("updateModelProperties", { customerguid: guid, name: "Renamed", retentionpolicyguid: policy }),
    );
    expect(result).toBe(guid);
    expect(await rootOf(guid)).toMatchObject({
      name: "Renamed",
      city: "Boston",
      country: "United States",
      retentionpolicyguid: policy,
      version: 2,
    });
  });

  it("has one of three statuses", async () => {
    const guid = await created();
    for (const status of (await resultOf("listStatuses")) as string[]) {
      expect(await resultOf("setStatus", { customerguid: guid, status })).toBe(true);
      expect((await rootOf(guid)).status).toBe(status);
    }
    expect(await refused(ask("setStatus", { customerguid: guid, status: "GONE" }), 400, 8002)).toContain("status");
    await refused(ask("setStatus", { customerguid: guid }), 400, 8002);
  });

  it("is gone once deleted", async () => {
    const guid = await created();
    expect(await resultOf("delete", { customerguid: guid })).toBe(true);
    for (const method of ["delete", "list", "getYAML", "getXML", "listCapacity", "listGroups", "listCloudSpaces"]) {
      expect(await refused(ask(method, { customerguid: guid }), 404, 8002)).toBe("Customer not found");
    }
    await refused(ask("getObject", { rootobjectguid: guid }), 404, 8002);
    expect(await resultOf("list")).not.toContainEqual(expect.objectContaining({ guid }));
  });

  it("is not deleted where it is the reseller's own", async () => {
    const { adminCustomerId } = resellers[0] as { adminCustomerId: string };
    await refused(ask("delete", { customerguid: adminCustomerId }), 409, 8002);
  });

  it("of another reseller is not there", async () => {
    const theirs = await ask("setStatus", { customerguid: foreign, status: "ACTIVE" });
    const none = await ask("setStatus", { customerguid: randomUUID(), status: "ACTIVE" });
    expect([theirs.status, theirs.text]).toEqual([none.status, none.text]);
    expect(theirs.status).toBe(404);
  });

  it("that is not there is told before a bad argument", async () => {
    await refused(ask("setStatus", { customerguid: randomUUID(), status: "GONE", extra: "1" }), 404, 8002);
    await refused(ask("setStatus", { customerguid: "1", status: "ACTIVE" }), 400, 8002);
  });
});

describe("lists", () => {
  it("every customer of the reseller and no other", async () => {
    const listed = (await resultOf("list")) as { guid: string }[];
    const guids = new Set(listed.map(({ guid }) => guid));
    expect(guids.size).toBe(listed.length);
    for (const { id, resellerId } of customers) expect(guids.has(id)).toBe(resellerId === resellers[0]?.id);
  });

  it("finds where all that is given matches", async () => {
    const name = `Straße ${randomUUID().slice(0, 8)}`;
    const first = await created({ name });
    const second = await created({ name: name.toUpperCase().replace("STRASSE", "STRAßE") });
    await good(ask("setStatus", { customerguid: second, status: "ACTIVE" }));
    expect(await resultOf("find", { name: name.toLowerCase() })).toEqual([first, second]);
    expect(await resultOf("find", { name, status: "ACTIVE" })).toEqual([second]);
    expect(await resultOf("find", { name, status: "DISABLED" })).toEqual([]);
    expect(await resultOf("find", { name: name.slice(0, -1) })).toEqual([]);
    await refused(ask("find", { status: "GONE" }), 400, 8002);
    expect(((await resultOf("find")) as string[]).length).toBe(((await resultOf("list")) as unknown[]).length);
  });
});

describe("cloud spaces", () => {
  let spaces: { guid: string; providername: string; resources: number }[];

  beforeAll(async () => {
    spaces = (await resultOf("listCloudSpaces", { customerguid: showcase })) as typeof spaces;
  });

  it("are the projects with their live resources", async () => {
    expect(spaces.length).toBeGreaterThan(1);
    expect(new Set(spaces.map(({ providername }) => providername)).size).toBeGreaterThan(1);
    expect(spaces.some(({ resources }) => resources > 0)).toBe(true);
    expect(Object.keys(spaces[0] ?? {})).toEqual(["guid", "name", "providerguid", "providername", "resources"]);
  });

  it("are none of a new customer", async () => {
    expect(await resultOf("listCloudSpaces", { customerguid: await created() })).toEqual([]);
  });
});
