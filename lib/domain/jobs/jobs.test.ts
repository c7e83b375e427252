import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once as event } from "node:events";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { client } from "@/db/client";
import { write } from "@/db/doors";
import { jobs, users } from "@/db/schema";
import { grant } from "@/lib/core/scope";
import { later, minutes } from "@/lib/core/time";
import { ask, created, good, post, refused, resultOf, rootOf } from "@/lib/testing/cloudapi";
import { demo } from "@/lib/testing/demo";
import { resellerPrincipal } from "@/lib/testing/world";
import { getJob, type Job, listJobs } from "./read";
import { resumeJobs, settleJobs, startJob } from "./run";

const scope = grant(resellerPrincipal(), "jobs:read", "customers:write");
const job = (id: string | null): Promise<Job> => getJob(scope, String(id));

const unwaited = async (method: string, args: Record<string, string>, params: object = {}): Promise<string> => {
  const executionparams = JSON.stringify({ ...params, wait: false });
  const envelope = await good(ask(method, { ...args, executionparams }));
  expect(envelope).toEqual({ jobguid: expect.any(String), result: null });
  return String(envelope.jobguid);
};

const named = async (name: string): Promise<string[]> => (await resultOf("find", { name })) as string[];

/** A waiting job as a process left it that never came to run it. */
const left = async (name: string, change: Partial<Job> = {}, { wait = 60, by = scope.actor } = {}): Promise<string> => {
  const id = randomUUID();
  const { level, cspId, resellerId } = scope;
  const input = {
    args: { name },
    by: { level, cspId, resellerId, actor: by },
    deadline: later(new Date(), wait * 1000).toISOString(),
  };
  const row = { id, resellerId: resellerId ?? null, action: "customer.create", status: "WAITING", input } as const;
  const told = { actorId: by.id, actorName: by.name, startedAt: new Date() };
  await write(scope, "job.queue", ({ jobs }) => jobs.add({ ...row, ...told, ...change }));
  return id;
};

describe("a job that is waited for", () => {
  it("is recorded with what it did, in the caller's words", async () => {
    const { jobguid: parent } = await good(ask("create", { name: "Parent" }));
    const executionparams = JSON.stringify({ name: "Import", description: "From the old system" });
    const { jobguid, result } = await good(ask("create", { name: "x", jobguid: String(parent), executionparams }));
    expect(await job(jobguid)).toMatchObject({
      action: "customer.create",
      status: "DONE",
      name: "Import",
      description: "From the old system",
      parentId: parent,
      customerId: result,
      actorName: expect.any(String),
      error: null,
      input: null,
      result,
    });
  });

  it("fails in the caller's words, and leaves nothing behind", async () => {
    const customerguid = await created();
    const args = { customerguid, capacityunittype: "CU", executionparams: '{"userErrormsg":"Nothing to take away"}' };
    expect(await refused(ask("removeCapacityAvailable", args), 404, 8002)).toBe("Nothing to take away");
    expect((await listJobs(scope, { customerId: customerguid }, { limit: 10 })).items).toHaveLength(1);
  });

  it("has a parent that the caller can see", async () => {
    const { jobguid: theirs } = await good(ask("create", { name: "x" }, "other"));
    for (const jobguid of [randomUUID(), String(theirs)]) {
      expect(await refused(ask("create", { name: "x", jobguid }), 404, 8002)).toBe("Job not found");
      await refused(ask("listStatuses", { jobguid }), 404, 8002);
    }
    await refused(ask("listStatuses", { jobguid: "1" }), 400, 8002);
  });
});

describe("a job that is not waited for", () => {
  it("runs after the reply", async () => {
    const name = `Later ${randomUUID().slice(0, 8)}`;
    const id = await unwaited("create", { name, city: "Cork" });
    await settleJobs();
    const [guid] = await named(name);
    expect(await job(id)).toMatchObject({ status: "DONE", result: guid, customerId: guid, input: null });
    expect((await rootOf(String(guid))).city).toBe("Cork");
  });

  it("is listed as soon as it is taken note of", async () => {
    const customerguid = await created();
    const id = await unwaited("setStatus", { customerguid, status: "ACTIVE" });
    const { items } = await listJobs(scope, { customerId: customerguid }, { limit: 1 });
    expect(items.map((each) => each.id)).toEqual([id]);
    await settleJobs();
    expect((await rootOf(customerguid)).status).toBe("ACTIVE");
  });

  it("says what went wrong, in the caller's words where it gave any", async () => {
    const customerguid = await created();
    const args = { customerguid, capacityunittype: "CU" };
    const plain = await unwaited("removeCapacityConsumed", args);
    const worded = await unwaited("removeCapacityConsumed", args, {
      userErrormsg: "Sorry",
      internalErrormsg: "see wiki",
    });
    await settleJobs();
    expect(await job(plain)).toMatchObject({ status: "ERROR", error: "Capacity consumed of type CU not found" });
    expect(await job(worded)).toMatchObject({
      status: "ERROR",
      error: "Sorry",
      result: { internalError: "see wiki" },
    });
  });

  it("is checked before it is taken note of", async () => {
    await refused(post("create", { name: "", executionparams: { wait: false } }), 400, 8002);
    await refused(post("delete", { customerguid: randomUUID(), executionparams: { wait: false } }), 404, 8002);
  });

  it("never learns a password", async () => {
    const { email, password } = demo().users.find(({ role }) => role === "reseller_admin") ?? {};
    const user = { username: String(email), password: String(password) };
    const args = { customerguid: await created(), domain: `${randomUUID()}.example` };
    const id = await unwaited("registerDomain", { ...args, ...user });
    const [kept] = await client().reader.select().from(jobs).where(eq(jobs.id, id));
    expect(JSON.stringify(kept)).not.toContain(password);
    expect(JSON.stringify(kept)).not.toContain(email);
    await settleJobs();
    expect((await rootOf(args.customerguid)).domains).toEqual([args.domain]);
    const executionparams = '{"wait":false}';
    await refused(ask("registerDomain", { ...args, ...user, password: "wrong", executionparams }), 403, 9001);
  });
});

describe("after a restart", () => {
  it("a job is done that a killed server had taken note of, once, however many look", async () => {
    const name = `Survivor ${randomUUID().slice(0, 8)}`;
    const child = spawn("node", ["--import", "tsx", "lib/testing/queue-and-die.ts", name], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (part) => {
      said += part;
    });
    const [, signal] = await event(child, "close");
    expect(signal, said).toBe("SIGKILL");
    expect(await named(name)).toEqual([]);
    await Promise.all([resumeJobs(), resumeJobs(), resumeJobs()]);
    expect(await named(name)).toHaveLength(1);
    await resumeJobs();
    expect(await named(name)).toHaveLength(1);
  });

  it("a job that ran too long for its process to be there is run again, a fresh one is left alone", async () => {
    await resumeJobs();
    const running = (ago: number) => ({ status: "RUNNING", startedAt: later(new Date(), -ago) }) as const;
    const old = `Old ${randomUUID().slice(0, 8)}`;
    const id = await left(old, running(minutes(2)));
    const fresh = await left("Fresh", running(1000));
    await Promise.all([resumeJobs(), resumeJobs()]);
    expect(await job(id)).toMatchObject({ status: "DONE" });
    expect(await named(old)).toHaveLength(1);
    expect(await job(fresh)).toMatchObject({ status: "RUNNING" });
  });

  it("whoever took a job before cannot end it any more", async () => {
    const stale = await job(await left("Taken", { status: "RUNNING", startedAt: later(new Date(), -minutes(2)) }));
    await resumeJobs();
    const ended = await write(scope, "job.end", (stores) => stores.jobs.end(stale, { status: "ERROR" }));
    expect(ended).toBeUndefined();
    expect(await job(stale.id)).toMatchObject({ status: "DONE" });
  });

  it("a job past its maximum duration fails", async () => {
    const id = await left("Too late", {}, { wait: -1 });
    await resumeJobs();
    expect(await job(id)).toMatchObject({ status: "ERROR", error: "It had not ended after its maximum duration" });
    expect(await named("Too late")).toEqual([]);
  });

  it("a job of a user who was deactivated meanwhile fails", async () => {
    const [user] = await client().reader.select().from(users).where(eq(users.active, false));
    const by = { ...scope.actor, kind: "user" as const, id: user?.id ?? "" };
    const id = await left("Not theirs any more", {}, { by });
    await resumeJobs();
    expect(await job(id)).toMatchObject({ status: "ERROR", error: "The user who asked for it may no longer do this" });
  });
});

describe("lists of jobs", () => {
  it("start with the latest and go on by cursor", async () => {
    const ids: string[] = [];
    const customerId = await created();
    for (const status of ["ACTIVE", "DISABLED", "ACTIVE"] as const) {
      ids.unshift((await startJob(scope, "customer.setStatus", { customerId, status }, {}, new Date())).id);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const first = await listJobs(scope, { customerId }, { limit: 2 });
    const second = await listJobs(scope, { customerId }, { limit: 2, cursor: first.next });
    expect([...first.items, ...second.items].map(({ id }) => id).slice(0, 3)).toEqual(ids);
    expect(second.next).toBeUndefined();
    expect((await listJobs(scope, { customerId, status: "ERROR" }, { limit: 2 })).items).toEqual([]);
  });

  it("are the tenant's own", async () => {
    const { items } = await listJobs(scope, {}, { limit: 200 });
    expect(new Set(items.map(({ resellerId }) => resellerId))).toEqual(new Set([scope.resellerId]));
    const other = grant({ ...resellerPrincipal(), resellerId: demo().resellers[1]?.id }, "jobs:read");
    await expect(getJob(other, String(items[0]?.id))).rejects.toMatchObject({ code: "resource.missing" });
  });
});
