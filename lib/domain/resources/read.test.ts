import { expect, it } from "vitest";
import { client } from "@/db/client";
import { projects, storageSamples } from "@/db/schema";
import { newId } from "@/lib/core/ids";
import { grant } from "@/lib/core/scope";
import { createCustomer } from "@/lib/domain/customers/create";
import { guestsOf, listProjects, projectsOfReseller } from "@/lib/domain/projects/read";
import { demo } from "@/lib/testing/demo";
import { resellerPrincipal } from "@/lib/testing/world";
import { resourcesOf, storageSamplesOf } from "./read";

const scope = () => grant(resellerPrincipal(), "customers:write", "resources:read");

it("reads the samples of a span and the last one before it", async () => {
  const { id: customerId, cspId, resellerId } = await createCustomer(scope(), { name: "Sampled" }, new Date());
  const path = { cspId, resellerId, customerId };
  const provider = demo().providers.find(({ kind }) => kind === "openstack")!;
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  const projectId = newId(at(1));
  await client().transaction(async (db) => {
    await db.insert(projects).values({ ...path, id: projectId, providerId: provider.id, createdAt: at(1) });
    const counts = { containerCount: 1, objectCount: 1 };
    for (const day of [2, 4, 6, 8]) {
      const sample = {
        ...path,
        projectId,
        id: newId(at(day)),
        bytesUsed: day * 2 ** 40,
        ...counts,
        sampledAt: at(day),
      };
      await db.insert(storageSamples).values(sample);
    }
  });
  const days = async (from: number, until: number) =>
    (await storageSamplesOf(scope(), customerId, { from: at(from), until: at(until) })).map(
      ({ sampledAt, bytesUsed }) => {
        expect(bytesUsed).toBe(sampledAt.getUTCDate() * 2 ** 40);
        return sampledAt.getUTCDate();
      },
    );
  expect(await days(5, 8)).toEqual([4, 6]);
  expect(await days(4, 9)).toEqual([4, 6, 8]);
  expect(await days(1, 3)).toEqual([2]);
  expect(await days(9, 12)).toEqual([8]);
  const [provided] = await resourcesOf(scope(), customerId);
  expect(provided?.projects[0]?.storage?.sampledAt).toEqual(at(8));
});

it("tells shared projects apart, and lists each of a reseller's once", async () => {
  const showcase = demo().customers.find((customer) => customer.showcase)!;
  const listed = await listProjects(scope(), showcase.id);
  const [own, foreign] = [listed.filter(({ shared }) => !shared), listed.filter(({ shared }) => shared)];
  expect(own.length).toBeGreaterThan(0);
  expect(foreign.length).toBeGreaterThan(0);
  for (const { project } of foreign) {
    expect((await guestsOf(scope(), project.id)).map(({ id }) => id)).toContain(showcase.id);
  }
  const every = (await projectsOfReseller(scope())).map(({ project }) => project.id);
  expect(every).toEqual(expect.arrayContaining(listed.map(({ project }) => project.id)));
  expect(new Set(every).size).toBe(every.length);
});
