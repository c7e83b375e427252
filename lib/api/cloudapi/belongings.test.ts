import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { client } from "@/db/client";
import { searchTerms } from "@/db/schema";
import { ask, created, good, refused, resultOf, rootOf } from "@/lib/testing/cloudapi";
import { demo } from "@/lib/testing/demo";

const { users, resellers, csps, userGroups } = demo();
const ofReseller = (index: number) =>
  userGroups.find(({ resellerId }) => resellerId === resellers[index]?.id)?.id ?? "";

describe("capacity", () => {
  it("sums more entries of any size than a whole number can hold", async () => {
    const customerguid = await created();
    const entry = { customerguid, capacityunittype: "MU", amount: "9007199254740991" };
    for (let n = 0; n < 1030; n++) expect(await resultOf("addCapacityConsumed", entry)).toBe(true);
  });

  it("is appended, never merged, and removed by type", async () => {
    const customerguid = await created();
    const of = { customerguid, capacityunittype: "MU" };
    expect(await resultOf("addCapacityAvailable", { ...of, amount: "1024", name: "Memory" })).toBe(true);
    expect(await resultOf("addCapacityAvailable", { ...of, amount: "9007199254740991", description: "more" })).toBe(
      true,
    );
    expect(await resultOf("addCapacityConsumed", { ...of, amount: "1" })).toBe(true);
    expect(await resultOf("addCapacityAvailable", { customerguid, capacityunittype: "CU", amount: "5" })).toBe(true);
    const memory = (amount: string, name = "", description = "") => ({
      amount,
      capacityunittype: "MU",
      name,
      description,
    });
    const cpu = { amount: "5", capacityunittype: "CU", name: "", description: "" };
    const about = { customerguid, login: "", email: "", firstname: "", lastname: "" };
    expect(await resultOf("listCapacity", { customerguid })).toEqual([
      {
        ...about,
        capacityavailable: [memory("1024", "Memory"), memory("9007199254740991", "", "more"), cpu],
        capacityconsumed: [memory("1")],
      },
    ]);
    expect(await resultOf("removeCapacityAvailable", of)).toBe(true);
    expect(await resultOf("listCapacity", { customerguid })).toEqual([
      { ...about, capacityavailable: [cpu], capacityconsumed: [memory("1")] },
    ]);
    await refused(ask("removeCapacityAvailable", of), 404, 8002);
    expect(await resultOf("removeCapacityConsumed", of)).toBe(true);
    await refused(ask("removeCapacityConsumed", of), 404, 8002);
  });

  it.each(["0", "-1", "1.5", "many", "9007199254740992", "1e400", "[1]", '"5"', ""])("is not %j", async (amount) => {
    const args = { customerguid: await created(), capacityunittype: "CU", amount };
    expect(await refused(ask("addCapacityAvailable", args), 400, 8002)).toContain("amount");
  });

  it("has a type of the list", async () => {
    const customerguid = await created();
    for (const capacityunittype of ["CU", "LV", "MU", "NBU", "NUIPPORTS", "NUM", "SUA", "SUP", "WV"]) {
      await good(ask("addCapacityConsumed", { customerguid, capacityunittype, amount: "1" }));
    }
    const args = { customerguid, capacityunittype: "XX" };
    await refused(ask("addCapacityConsumed", { ...args, amount: "1" }), 400, 8002);
    await refused(ask("removeCapacityConsumed", args), 400, 8002);
  });
});

describe("groups", () => {
  it("are joined and left, however often", async () => {
    const customerguid = await created();
    const args = { customerguid, cloudusergroupguid: ofReseller(0) };
    for (let i = 0; i < 2; i++) expect(await resultOf("addCloudUserGroup", args)).toBe(true);
    expect(await resultOf("listGroups", { customerguid })).toMatchObject([
      { customerguid, groups: [{ cloudusergroupguid: args.cloudusergroupguid, name: expect.any(String) }] },
    ]);
    expect((await rootOf(customerguid)).cloudusergroups).toEqual([args.cloudusergroupguid]);
    for (let i = 0; i < 2; i++) expect(await resultOf("removeCloudUserGroup", args)).toBe(true);
    expect(await resultOf("listGroups", { customerguid })).toMatchObject([{ customerguid, groups: [] }]);
  });

  it("of another reseller are not there, for the CSP neither", async () => {
    const customerguid = await created();
    for (const cloudusergroupguid of [ofReseller(1), randomUUID()]) {
      for (const caller of ["reseller", "csp"] as const) {
        const args = { customerguid, cloudusergroupguid };
        expect(await refused(ask("addCloudUserGroup", args, caller), 404, 8002)).toBe("Cloud user group not found");
        await refused(ask("removeCloudUserGroup", args, caller), 404, 8002);
      }
    }
  });
});

describe("domains", () => {
  const userOf = (role: string, index: number) =>
    users.find((user) => user.role === role && user.resellerId === resellers[index]?.id);
  const as = (user = userOf("reseller_admin", 0)) => ({ username: user?.email ?? "", password: user?.password ?? "" });
  const name = () => `${randomUUID()}.example`;

  it("are registered in their ASCII form, for one customer at a time", async () => {
    const [first, second, tail] = [await created(), await created(), name()];
    const domain = `Bücher.${tail.toUpperCase()}`;
    expect(await resultOf("registerDomain", { customerguid: first, ...as(), domain })).toBe(true);
    expect(await rootOf(first)).toMatchObject({ domains: [`xn--bcher-kva.${tail}`], registered: true });
    expect(await resultOf("registerDomain", { customerguid: first, ...as(), domain: `${domain}.` })).toBe(true);
    await refused(ask("registerDomain", { customerguid: second, ...as(), domain }), 409, 8002);
    await refused(ask("unregisterDomain", { customerguid: second, ...as(), domain }), 404, 8002);
    expect(await resultOf("unregisterDomain", { customerguid: first, ...as(), domain })).toBe(true);
    expect(await resultOf("registerDomain", { customerguid: second, ...as(), domain })).toBe(true);
    expect(await rootOf(first)).toMatchObject({ domains: [], registered: false });
  });

  it("are got by one of two who ask at the same time", async () => {
    const [first, second, domain] = [await created(), await created(), name()];
    const register = (customerguid: string) => ask("registerDomain", { customerguid, ...as(), domain });
    const replies = await Promise.all([register(first), register(second)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("of another tenant are taken, but not of a deleted customer", async () => {
    const [first, second, domain] = [await created(), await created(), name()];
    const other = users.find(({ cspId }) => cspId !== csps[0]?.id);
    const theirs = String(await resultOf("create", { name: "Theirs" }, "other"));
    await good(ask("registerDomain", { customerguid: theirs, ...as(other), domain }, "other"));
    await refused(ask("registerDomain", { customerguid: first, ...as(), domain }), 409, 8002);
    await good(ask("delete", { customerguid: theirs }, "other"));
    await good(ask("registerDomain", { customerguid: first, ...as(), domain }));
    await refused(ask("registerDomain", { customerguid: second, ...as(), domain }), 409, 8002);
  });

  it("need a portal user who may change the customer", async () => {
    const args = { customerguid: await created(), domain: name() };
    const right = as();
    const wrong = [
      { ...right, password: "wrong" },
      { username: "nobody@example.com", password: "x" },
      as(userOf("reseller_viewer", 0)),
      as(userOf("reseller_admin", 1)),
      as(users.find(({ cspId }) => cspId !== csps[0]?.id)),
    ];
    for (const user of wrong) await refused(ask("registerDomain", { ...args, ...user }), 403, 9001);
    const csp = as(users.find(({ role, cspId }) => role === "csp_admin" && cspId === csps[0]?.id));
    expect(await resultOf("registerDomain", { ...args, ...csp })).toBe(true);
    await refused(ask("unregisterDomain", { ...args, ...right, password: "wrong" }), 403, 9001);
  });

  it("are refused to each of many wrong passwords in the same way, and to the right one not at all", async () => {
    const args = { customerguid: await created(), ...as(), domain: name() };
    for (let n = 0; n < 20; n++) {
      await refused(ask("registerDomain", { ...args, password: `wrong ${n}` }), 403, 9001);
    }
    await good(ask("registerDomain", args));
  });

  it.each(["localhost", "1.2.3.4", "a..b", "-a.example", "a b.example", "x".repeat(250)])(
    "are not %j",
    async (domain) => {
      const args = { customerguid: await created(), ...as(), domain };
      expect(await refused(ask("registerDomain", args), 400, 8002)).toContain("domain");
    },
  );

  it("are what a customer is found by, from then on", async () => {
    const [customerguid, domain] = [await created(), name()];
    const found = async () =>
      (await client().reader.select().from(searchTerms).where(eq(searchTerms.term, domain))).map(
        (row) => row.customerId,
      );
    await good(ask("registerDomain", { customerguid, ...as(), domain }));
    expect(await found()).toEqual([customerguid]);
    await good(ask("unregisterDomain", { customerguid, ...as(), domain }));
    expect(await found()).toEqual([]);
  });
});
