import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { call } from "@/lib/testing/call";
import { ask, created, good, post, refused, resultOf, rootOf } from "@/lib/testing/cloudapi";
import { headersOf } from "@/lib/testing/world";
import { routers } from "../surfaces";

describe("values", () => {
  it.each([
    ["123", "123"],
    ["true", "true"],
    ["null", "null"],
    ["[1]", "[1]"],
    ['{"a":1}', '{"a":1}'],
    ['"quoted"', "quoted"],
    ['"', '"'],
    ["1e999", "1e999"],
    ["  padded\u00a0", "padded"],
    ["e\u0301 & 50% + ?#/", "é & 50% + ?#/"],
    ["مرحبا 🚀", "مرحبا 🚀"],
  ])("the name %j is stored as %j, by GET and by a form", async (name, stored) => {
    expect((await rootOf(await created({ name }))).name).toBe(stored);
    const { result } = await good(post("create", new URLSearchParams({ name }).toString()));
    expect((await rootOf(String(result))).name).toBe(stored);
  });

  it("a JSON object says texts as they are", async () => {
    const { result } = await good(post("create", { name: '"quoted"', country: "de" }));
    expect(await rootOf(String(result))).toMatchObject({ name: '"quoted"', country: "Germany" });
    await refused(post("create", { name: 123 }), 400, 8002);
  });

  it("guids are taken in either case and answered in lower case", async () => {
    const group = randomUUID();
    const guid = await created({ resourcegroupguid: group.toUpperCase() });
    expect(guid).toBe(guid.toLowerCase());
    expect(await rootOf(guid.toUpperCase())).toMatchObject({ guid, resourcegroupguid: group });
    expect(await resultOf("find", { resourcegroupguid: group })).toEqual([guid]);
  });

  it("an empty text is not given", async () => {
    const guid = await created({ city: "Cork", description: "", jobguid: "", executionparams: "" });
    await good(
      ask("updateModelProperties", { customerguid: guid, name: "", city: "", country: "", address: "1 Quay" }),
    );
    expect(await rootOf(guid)).toMatchObject({
      name: "Blue Harbour Ltd",
      city: "Cork",
      address: "1 Quay",
      country: "",
    });
    expect(await refused(ask("create", { name: "" }), 400, 8002)).toBe("name: is required");
    expect(await refused(post("create", { name: "" }), 400, 8002)).toBe("name: is required");
  });

  it("null in a JSON object is not given", async () => {
    const nulls = { jobguid: null, executionparams: null, description: null, country: null };
    const { result } = await good(post("create", { name: "Of nulls", city: "Cork", ...nulls }));
    const guid = String(result);
    await good(post("updateModelProperties", { customerguid: guid, name: null, city: null, address: "1 Quay" }));
    expect(await rootOf(guid)).toMatchObject({ name: "Of nulls", city: "Cork", address: "1 Quay", country: "" });
    expect(await refused(post("create", { name: null }), 400, 8002)).toBe("name: is required");
    expect(await refused(post("create", { name: "x", nmae: null }), 400, 8002)).toContain("nmae");
  });

  it("null in a query or a form is a text, and never a criterion less", async () => {
    for (const [name, told] of [
      ["status", "status: must be one of ACTIVE, CONFIGURED, DISABLED"],
      ["resourcegroupguid", "resourcegroupguid: must be a UUID"],
      ["executionparams", "executionparams: must be an object"],
    ] as const) {
      expect(await refused(ask("find", { [name]: "null" }), 400, 8002)).toBe(told);
      expect(await refused(post("find", `${name}=null`), 400, 8002)).toBe(told);
    }
    expect(await resultOf("find", { name: "null", status: "DISABLED" })).toEqual([]);
  });

  it("a dictionary is read from its JSON", async () => {
    const { jobguid } = await good(ask("create", { name: "x", executionparams: '{"name":"n","ignored":1}' }));
    expect(jobguid).not.toBeNull();
    await refused(ask("create", { name: "x", executionparams: "{wait: false}" }), 400, 8002);
    for (const wrong of [{ wait: "no" }, { maxduration: 0 }, { name: 5 }, { userErrormsg: "x".repeat(1001) }]) {
      const told = await refused(ask("create", { name: "x", executionparams: JSON.stringify(wrong) }), 400, 8002);
      expect(told).toMatch(new RegExp(`^executionparams\\.${Object.keys(wrong)[0]}: must be `));
    }
    expect(await refused(ask("create", { name: "x", executionparams: "[]" }), 400, 8002)).toBe(
      "executionparams: must be an object",
    );
  });

  it("a number out of its range is told from what is no number", async () => {
    const args = { customerguid: await created(), capacityunittype: "CU" };
    const told = (amount: string) => refused(ask("addCapacityConsumed", { ...args, amount }), 400, 8002);
    expect(await told("0")).toBe("amount: must be at least 1");
    expect(await told("some")).toBe("amount: must be a whole number");
  });

  it("what is escaped is UTF-8", async () => {
    const headers = headersOf("cloudapi", "reseller");
    const url = "/appserver/rest/cloud_api_customer/create?name=Caf%E9";
    await refused(call(routers.cloudapi, { url, headers }), 400, 8002);
    await refused(post("create", "name=Caf%E9"), 400, 8002);
    expect((await rootOf(await created({ name: "100% \ufffd" }))).name).toBe("100% \ufffd");
    const { result } = await good(post("create", "name=100%"));
    expect((await rootOf(String(result))).name).toBe("100%");
  });

  it.each(["Ireland", "ireland", "IE", "ie", "IRL"])(
    "a country is its English name or an ISO code: %s",
    async (country) => {
      expect((await rootOf(await created({ country }))).country).toBe("Ireland");
    },
  );
});

describe("names", () => {
  it("a parameter that is unknown is an error", async () => {
    for (const nmae of ["y", ""]) {
      expect(await refused(ask("create", { name: "x", nmae }), 400, 8002)).toContain("nmae");
    }
    await refused(ask("listStatuses", JSON.parse('{"__proto__": "1", "constructor": "2"}')), 400, 8002);
    await refused(post("create", { name: "x", customerguid: randomUUID() }), 404, 8002);
  });

  it("a parameter that is repeated is an error, wherever", async () => {
    const url = "/appserver/rest/cloud_api_customer/create?name=a&name=b";
    const headers = headersOf("cloudapi", "reseller");
    expect(await refused(call(routers.cloudapi, { url, headers }), 400, 8002)).toContain(
      "name is given more than once",
    );
    await refused(post("create", "name=a&name=b"), 400, 8002);
    await refused(post("create", "name=a", "?name=b"), 400, 8002);
    await refused(post("create", { name: "a" }, "?name=b"), 400, 8002);
    for (const body of [
      '{"name": "a", "city": "b", "name": "a"}',
      '{"name": "a", "n\\u0061me" : "b"}',
      '{"name": "a\\"", "executionparams": {"name": "}{"}, "name": null}',
    ]) {
      const reply = call(routers.cloudapi, {
        method: "POST",
        url: "/appserver/rest/cloud_api_customer/create",
        headers: { ...headers, "content-type": "application/json" },
        body,
      });
      expect(await refused(reply, 400, 8002)).toBe("name is given more than once");
    }
    await good(post("create", { name: '"name":', city: "x", executionparams: { name: "city", nested: { name: 1 } } }));
  });

  it("a POST reads its query too, with a body or without", async () => {
    const { result } = await good(post("create", "city=Cork", "?name=From%20both"));
    expect(await rootOf(String(result))).toMatchObject({ name: "From both", city: "Cork" });
    const headers = headersOf("cloudapi", "reseller");
    const url = "/appserver/rest/cloud_api_customer/create?name=Alone";
    const { result: alone } = await good(call(routers.cloudapi, { method: "POST", url, headers }));
    expect((await rootOf(String(alone))).name).toBe("Alone");
  });
});

describe("who asks", () => {
  const url = "/appserver/rest/cloud_api_customer/";

  it("is challenged where nobody is recognised", async () => {
    for (const caller of ["nobody", "wrong"] as const) {
      const reply = await ask("listStatuses", {}, caller);
      expect(reply.status).toBe(401);
      expect(reply.json).toMatchObject({ error: true, code: 9000, exception: "Authentication failed" });
      expect(reply.headers["www-authenticate"]).toMatch(/^Basic realm=/);
    }
  });

  it("may only read where the user is a viewer", async () => {
    expect(await refused(ask("create", { name: "x" }, "readonly"), 403, 9001)).toBe("Authorization failed");
    expect(await resultOf("listStatuses", {}, "readonly")).toEqual(["ACTIVE", "CONFIGURED", "DISABLED"]);
  });

  it("is not taken through another site's link where it would change something", async () => {
    const headers = { ...headersOf("cloudapi", "reseller"), "sec-fetch-site": "cross-site" };
    await refused(call(routers.cloudapi, { url: `${url}create?name=x`, headers }), 403, 9001);
    await refused(call(routers.cloudapi, { method: "POST", url: `${url}create?name=x`, headers }), 403, 9001);
    await good(call(routers.cloudapi, { url: `${url}listStatuses`, headers }));
    const own = { ...headers, "sec-fetch-site": "same-origin" };
    await good(call(routers.cloudapi, { url: `${url}create?name=x`, headers: own }));
  });

  it("is told an unknown service from an unknown method", async () => {
    const headers = headersOf("cloudapi", "reseller");
    const at = (path: string) => call(routers.cloudapi, { url: path, headers });
    expect(await refused(at("/appserver/rest/cloud_api_lan/list"), 404, 8000)).toBe("Service not found");
    expect(await refused(at("/appserver"), 404, 8000)).toBe("Service not found");
    expect(await refused(at(`${url}destroy`), 404, 8001)).toBe("Method not found");
    expect(await refused(at(url), 404, 8001)).toBe("Method not found");
    expect(await refused(at(`${url}list/all`), 404, 8001)).toBe("Method not found");
  });

  it("is told which methods a path knows", async () => {
    const headers = headersOf("cloudapi", "reseller");
    const reply = await call(routers.cloudapi, { method: "DELETE", url: `${url}delete`, headers });
    expect([reply.status, reply.headers.allow]).toEqual([405, "GET, POST"]);
    expect(reply.json).toMatchObject({ error: true, code: 8002 });
  });

  it("changes nothing by HEAD, which answers for what only reads", async () => {
    const headers = headersOf("cloudapi", "reseller");
    const head = (path: string) => call(routers.cloudapi, { method: "HEAD", url: `${url}${path}`, headers });
    const name = `Headed ${randomUUID()}`;
    const reply = await head(`create?${new URLSearchParams({ name })}`);
    expect([reply.status, reply.headers.allow]).toEqual([405, "GET, POST"]);
    expect(await resultOf("find", { name })).toEqual([]);
    expect((await head("listStatuses")).status).toBe(200);
    expect((await call(routers.cloudapi, { method: "PUT", url: `${url}list`, headers })).headers.allow).toBe(
      "GET, POST, HEAD",
    );
  });
});

describe("a body", () => {
  const url = "/appserver/rest/cloud_api_customer/create";
  const send = (type: string, body: string) =>
    call(routers.cloudapi, {
      method: "POST",
      url,
      headers: { ...headersOf("cloudapi", "reseller"), "content-type": type },
      body,
    });

  it("is a form or a JSON object", async () => {
    await refused(send("text/plain", "name=x"), 415, 8002);
    await refused(send("multipart/form-data; boundary=x", "--x--"), 415, 8002);
    await refused(send("application/json", "{"), 400, 8002);
    await refused(send("application/json", "[]"), 400, 8002);
    await refused(send("application/json", "null"), 400, 8002);
    await refused(send("application/json", '{"name":"\\ud800"}'), 400, 8002);
    await good(send("application/x-www-form-urlencoded; charset=utf-8", "name=x"));
    await good(send("Application/JSON;charset=utf-8", '{"name":"x"}'));
  });

  it("may have a megabyte and no more", async () => {
    const padded = (length: number) => `{"name":"x"}${" ".repeat(length - 12)}`;
    await good(send("application/json", padded(1024 * 1024)));
    await refused(send("application/json", padded(1024 * 1024 + 1)), 413, 8002);
    await refused(send("application/x-www-form-urlencoded", `name=${"x".repeat(1024 * 1024)}`), 413, 8002);
  });

  it.each(['\\"', "\\\\", "x", "[", '","x'])("is read in no time where most of it is %s", async (piece) => {
    const text = piece.repeat(1_000_000 / piece.length);
    await refused(send("application/json", `{"name":"x","city":["${text}"]}`), 400, 8002);
  });
});
