import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { call } from "../../testing/call";
import { demo } from "../../testing/demo";
import { personHeaders } from "../../testing/world";
import { routers } from "../surfaces";

type Json = Record<string, unknown>;
interface Item {
  id: string;
  name: string;
  version: number;
  [field: string]: unknown;
}
interface Page {
  items: Item[];
  total: number;
  before: number;
  next: string | null;
  previous: string | null;
}
interface Problem {
  code: string;
  status: number;
  errors?: { pointer: string; rule: string }[];
}

const keyOf = (name: string) => demo().keys.find((key) => key.name === name)?.key ?? "";

function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}, key = "reseller-a") {
  const url = `/api/v1${path}`;
  return call(routers.portal, { method, url, body, headers: { authorization: `Bearer ${keyOf(key)}`, ...headers } });
}
const page = async (query: string, key = "reseller-a") => {
  const { status, json, text } = await ask("GET", `/customers?${query}`, undefined, {}, key);
  expect(status, text).toBe(200);
  return json as Page;
};
const make = async (body: Json): Promise<Item> => {
  const { status, json, text } = await ask("POST", "/customers", body);
  expect(status, text).toBe(201);
  return json as Item;
};
const faults = async (path: string) => {
  const { status, json } = await ask("GET", path);
  expect(status).toBe(422);
  return (json as Problem).errors ?? [];
};

async function walk(query: string, between: (page: number) => Promise<unknown> = async () => {}): Promise<Item[]> {
  const seen: Item[] = [];
  let cursor = "";
  for (let n = 0; ; n++) {
    const { items, next } = await page(`${query}${cursor}`);
    seen.push(...items);
    if (!next) return seen;
    cursor = `&cursor=${encodeURIComponent(next)}`;
    await between(n);
  }
}

const columns = [
  "name",
  "status",
  "reseller",
  "country",
  "providers",
  "servers",
  "agreement",
  "created_at",
  "last_activity_at",
];

describe("the list", () => {
  it.each(columns.flatMap((column) => [column, `-${column}`]))(
    "shows everybody once by %s, forth and back",
    async (sort) => {
      const whole = await page(`limit=200&sort=${sort}`);
      expect(whole.items).toHaveLength(whole.total);
      const ids = whole.items.map(({ id }) => id);
      expect((await walk(`limit=7&sort=${sort}`)).map(({ id }) => id)).toEqual(ids);

      const first = await page(`limit=7&sort=${sort}`);
      const second = await page(`limit=7&sort=${sort}&cursor=${first.next}`);
      expect(second.before).toBe(7);
      const back = await page(`limit=7&sort=${sort}&cursor=${second.previous}`);
      expect(back.items).toEqual(first.items);
      expect(back.previous).toBeNull();
      expect(back.before).toBe(0);
    },
  );

  it("orders by what its columns show", async () => {
    const servers = (await page("limit=200&sort=-servers")).items.map((item) => item.servers as number);
    expect(servers).toEqual([...servers].sort((a, b) => b - a));
    expect(servers[0]).toBeGreaterThan(0);
    const countries = (await page("limit=200&sort=country")).items.map((item) => item.country_name as string);
    expect(countries).toEqual([...countries].sort());
  });

  it("neither repeats nor misses a row while others come and go", async () => {
    const before = await page("limit=200");
    const made: string[] = [];
    const gone: string[] = [];
    const seen = await walk("limit=5&sort=name", async (n) => {
      made.push((await make({ name: n % 2 ? `AA early ${n}` : `zz late ${n}` })).id);
      const victim = before.items.filter(({ admin }) => !admin).at(-1 - n);
      if (n < 3 && victim) {
        gone.push(victim.id);
        await ask("DELETE", `/customers/${victim.id}`);
      }
    });
    const ids = seen.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const stayed = before.items.filter(({ id }) => !gone.includes(id)).map(({ id }) => id);
    expect(ids.filter((id) => !made.includes(id) && !gone.includes(id))).toEqual(stayed);
    for (const id of gone) expect((await ask("POST", `/customers/${id}/restore`)).status).toBe(200);
  });

  it("finds by the beginning of words, and by ids, addresses and domains whole", async () => {
    const tag = randomUUID().slice(0, 8);
    const domain = `harbour${tag}`;
    const microsoft = demo().providers.find(({ kind }) => kind === "microsoft")?.id;
    const made = await make({
      // Bytes order this before an emoji, JavaScript's strings after it.
      name: `Ó Briain & Sønner O'Neill \ufa0e${tag} ${tag}`,
      external_id: `hub-${tag}`,
      internal_identifier: `\u{1f600}${tag}`,
      tax_id: `IE ${tag}`,
      email: `post@${tag}.example`,
      accounts: [{ provider_id: microsoft, provider_customer_id: `tenant-${tag}`, data: { Domain: domain } }],
    });
    const found = async (q: string) => {
      const { items, total } = await page(`q=${encodeURIComponent(q)}`);
      expect(total, q).toBe(items.length);
      return items.map(({ id }) => id);
    };
    for (const q of [
      tag,
      `\ufa0e${tag}`,
      `bria ${tag}`,
      `o'neill ${tag}`,
      `HUB-${tag}`,
      `post@${tag}.example`,
      `${tag}.example`,
      made.id,
      domain,
      `tenant-${tag}`,
    ]) {
      expect(await found(q), q).toContain(made.id);
    }
    expect(await found(`${tag} nobody`)).toEqual([]);
    expect(await found(`o'nobody ${tag}`)).toEqual([]);
    await ask("PATCH", `/customers/${made.id}`, { name: `Renamed ${tag}`, external_id: null });
    expect(await found(`hub-${tag}`)).toEqual([]);
    expect(await found(`renam ${tag}`)).toEqual([made.id]);
  });

  it("shows only the fields that are asked for, and the id", async () => {
    const { items } = await page("fields=name,servers&limit=1");
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(["id", "name", "servers"]);
  });

  it("shows deleted customers in a list of their own, and nowhere else", async () => {
    const { id } = await make({ name: "Soon gone" });
    expect((await ask("DELETE", `/customers/${id}`)).status).toBe(204);
    expect((await page("q=soon+gone")).items).toEqual([]);
    const deleted = await page("deleted=true&limit=200");
    expect(deleted.total).toBe(deleted.items.length);
    expect(deleted.items.find((item) => item.id === id)?.deleted_at).toEqual(expect.any(String));
    const { status, json } = await ask("POST", `/customers/${id}/restore`);
    expect([status, (json as Item).id]).toEqual([200, id]);
    expect((await page("q=soon+gone")).total).toBe(1);
  });

  it("orders deleted customers by when they were deleted, page by page, and nobody else", async () => {
    for (const name of ["First gone", "Second gone", "Third gone"]) {
      const { id } = await make({ name });
      await ask("DELETE", `/customers/${id}`);
    }
    const walked: string[] = [];
    let cursor: string | null = null;
    do {
      const found = await page(`deleted=true&sort=-deleted_at&limit=2${cursor ? `&cursor=${cursor}` : ""}`);
      walked.push(...found.items.map((item) => item.deleted_at as string));
      cursor = found.next;
    } while (cursor);
    expect(walked.length).toBeGreaterThan(3);
    expect(walked).toEqual(walked.toSorted().reverse());
    const { items } = await page("deleted=true&sort=deleted_at&limit=200");
    expect(items.map((item) => item.deleted_at)).toEqual(walked.toReversed());
    for (const path of ["/customers?sort=deleted_at", "/customers/export?sort=-deleted_at"]) {
      expect(await faults(path), path).toEqual([expect.objectContaining({ pointer: "/sort" })]);
    }
  });

  it("refuses what it does not know, with a pointer at it", async () => {
    expect(await faults("/customers?colour=red")).toEqual([
      expect.objectContaining({ pointer: "/colour", rule: "unknown" }),
    ]);
    expect(await faults("/customers?limit=201")).toEqual([expect.objectContaining({ pointer: "/limit" })]);
    expect(await faults("/customers?status=ACTIVE,GONE")).toEqual([expect.objectContaining({ pointer: "/status/1" })]);
    expect(await faults("/customers?sort=shoe_size")).toEqual([expect.objectContaining({ pointer: "/sort" })]);
    expect(await faults("/customers?q=a&q=b")).toEqual([expect.objectContaining({ pointer: "/q" })]);
  });

  it("refuses cursors that are not its own, whatever they hold", async () => {
    const { next } = await page("limit=1&sort=servers");
    const forged = [
      ["servers up after", 1e300, "x", 0],
      ["servers up after", 2 ** 40, "x", 0],
      ["servers up after", 1.5, "x", 0],
      ["servers up after", "\u0000", "x", 0],
      ["servers up after", 1, "\u0000", 0],
      ["servers up after", 1, "\ud800", 0],
      ["servers up after", 1, "x", -1],
      [],
      { length: 4 },
    ].map((value) => Buffer.from(JSON.stringify(value)).toString("base64url"));
    for (const cursor of ["%00", "nonsense", next ?? "", ...forged]) {
      const sort = cursor === next ? "name" : "servers";
      expect(await faults(`/customers?sort=${sort}&cursor=${encodeURIComponent(cursor)}`), cursor).toEqual([
        expect.objectContaining({ pointer: "/cursor" }),
      ]);
    }
  });

  it("shows a reseller its own customers, and the CSP everybody's", async () => {
    const { resellers } = demo();
    const own = await page("limit=200");
    expect(new Set(own.items.map((item) => (item.reseller as Item).id))).toEqual(new Set([resellers[0]?.id]));
    const all = await page("limit=200", "csp");
    expect(all.total).toBeGreaterThan(own.total);
    expect((await page(`limit=200&reseller_id=${resellers[0]?.id}`, "csp")).total).toBe(own.total);
  });
});

describe("facets", () => {
  type Facets = Record<string, { value: string; count: number }[]>;
  const facets = async (query = "") => (await ask("GET", `/customers/facets?${query}`)).json as Facets;
  const sum = (values: { count: number }[] = []) => values.reduce((total, { count }) => total + count, 0);

  it.each([
    "",
    "status=ACTIVE",
    "country=DE,FR",
    "agreement=required",
    "q=a",
    "q=s+a&status=ACTIVE",
    "q=e&deleted=true",
    "deleted=true",
    "provider_id=none",
  ])("add up with %j", async (query) => {
    const { total } = await page(query);
    const found = await facets(query);
    for (const name of ["status", "country", "reseller_id", "agreement"]) {
      if (!new URLSearchParams(query).has(name)) expect(sum(found[name]), name).toBe(total);
    }
  });

  it.each(["q=a", "status=ACTIVE", "q=e&status=ACTIVE,DISABLED"])(
    "promise what choosing them shows, with %s",
    async (query) => {
      const found = await facets(query);
      for (const [name, values] of Object.entries(found)) {
        for (const { value, count } of values) {
          const chosen = new URLSearchParams(query);
          chosen.set(name, value);
          expect((await page(chosen.toString())).total, `${name}=${value}`).toBe(count);
        }
      }
      expect(Object.values(found).flat().length).toBeGreaterThan(8);
    },
  );

  it("count what has just been written", async () => {
    const before = await facets("country=MT");
    await make({ name: "Valletta Ltd", country: "MT", status: "DISABLED" });
    const after = await facets("country=MT");
    const disabled = (from: Facets) => from.status?.find(({ value }) => value === "DISABLED")?.count ?? 0;
    expect(disabled(after)).toBe(disabled(before) + 1);
  });
});

describe("one customer", () => {
  it("is made with its accounts, or not at all", async () => {
    const tag = randomUUID().slice(0, 8);
    const provider = demo().providers.find(({ kind }) => kind === "microsoft")?.id ?? "";
    const account = { provider_id: provider, data: { Domain: "fine", CredentialsEmail: "no address" } };
    const { status, json } = await ask("POST", "/customers", { name: `Half ${tag}`, accounts: [account] });
    expect(status).toBe(422);
    expect((json as Problem).errors?.map(({ pointer }) => pointer)).toEqual(["/accounts/0/data/CredentialsEmail"]);
    expect((await page(`q=${tag}`)).total).toBe(0);

    const margin = { rule: "markup", value: "12.5" };
    const offers = { azurePlan: { rule: "margin", value: "100" } };
    const wrong = { provider_id: provider, data: { Domain: "fine" }, margin, offer_type_margins: offers };
    const second = await ask("POST", "/customers", { name: `Half ${tag}`, accounts: [wrong] });
    expect((second.json as Problem).errors?.map(({ pointer }) => pointer)).toEqual([
      "/accounts/0/offer_type_margins/azurePlan/value",
    ]);

    const made = await make({ name: `Whole ${tag}`, accounts: [{ ...wrong, offer_type_margins: {} }] });
    const accounts = (await ask("GET", `/customers/${made.id}/accounts`)).json as { items: Json[] };
    expect(accounts.items).toEqual([
      expect.objectContaining({ margin, agreement: expect.objectContaining({ status: "required" }) }),
    ]);
    const [row] = (await page(`q=${tag}`)).items;
    expect(row).toMatchObject({ agreement: "required", providers: [{ id: provider }] });
  });

  it("refuses unknown fields, countries and plans, each with its pointer", async () => {
    const pointers = async (body: Json) => {
      const { status, json } = await ask("POST", "/customers", { name: "Strict", ...body });
      expect(status).toBe(422);
      return (json as Problem).errors?.map(({ pointer }) => pointer);
    };
    expect(await pointers({ colour: "red", "a/b~c": 1 })).toEqual(["/colour", "/a~1b~0c"]);
    expect(await pointers({ country: "XX" })).toEqual(["/country"]);
    expect(await pointers({ billing_plan_id: randomUUID() })).toEqual(["/billing_plan_id"]);
    expect(await pointers({ reseller_id: randomUUID() }).catch(() => "forbidden")).toBe("forbidden");
    expect(await pointers({ skin_names: ["a", "a"] })).toEqual(["/skin_names"]);
  });

  it("is not overwritten by who has not seen the latest version", async () => {
    const made = await make({ name: "Two editors" });
    const etag = `"${made.version}"`;
    const first = await ask("PATCH", `/customers/${made.id}`, { city: "Cork" }, { "if-match": etag });
    expect(first.headers.etag).toBe(`"${made.version + 1}"`);
    for (const stale of [etag, '"0"', '"999999999999999"', "nonsense", ""]) {
      const { status, json } = await ask("PATCH", `/customers/${made.id}`, { city: "Galway" }, { "if-match": stale });
      expect([status, (json as Problem).code], stale).toEqual([412, "version.stale"]);
      expect((await ask("DELETE", `/customers/${made.id}`, undefined, { "if-match": stale })).status).toBe(412);
    }
    expect((await ask("GET", `/customers/${made.id}`)).json).toMatchObject({ city: "Cork", version: made.version + 1 });
    expect((await ask("PATCH", `/customers/${made.id}`, { city: "Galway" }, { "if-match": "*" })).status).toBe(200);
  });

  it("is told apart from likely duplicates before it is made", async () => {
    const tag = randomUUID().slice(0, 8);
    const made = await make({ name: `Twin ${tag}`, tax_id: `T-${tag}`, email: `a@${tag}.example` });
    const alike = async (query: string) =>
      ((await ask("GET", `/customers/duplicates?${query}`)).json as { items: Json[] }).items;
    expect(await alike(`tax_id=t-${tag}&name=twin+${tag}`)).toEqual([
      expect.objectContaining({ id: made.id, alike: expect.arrayContaining(["tax_id", "name"]) }),
    ]);
    expect(await alike(`email=A@${tag}.example&except=${made.id}`)).toEqual([]);
    expect(await alike(`name=${tag}`)).toEqual([]);
  });

  it("shows before its deletion what keeps running", async () => {
    const showcase = demo().customers.find((customer) => customer.showcase);
    const preview = (await ask("GET", `/customers/${showcase?.id}/deletion`)).json as {
      running: { kind: string; count: number }[];
    };
    const servers = preview.running.filter(({ kind }) => kind === "servers").reduce((sum, { count }) => sum + count, 0);
    const [row] = (await page(`q=${showcase?.id}`)).items;
    expect(servers).toBe(row?.servers);
    expect(servers).toBeGreaterThan(0);
  });

  it("shows the same of many at once, and what of them stays", async () => {
    const some = (await page("limit=20&sort=-servers")).items;
    const [own] = (await page("limit=200")).items.filter(({ admin }) => admin);
    const ids = some.filter(({ admin }) => !admin).map(({ id }) => id);
    const { status, json } = await ask("POST", "/customers/bulk/preview", {
      ids: [...ids, ...ids, own?.id, randomUUID()],
    });
    expect(status).toBe(200);
    const single = await Promise.all(ids.map(async (id) => (await ask("GET", `/customers/${id}/deletion`)).json));
    type Preview = { running: { count: number }[]; keys: number; accounts: number; domains: number };
    const live = ({ running }: Preview) => running.reduce((all, { count }) => all + count, 0);
    const sum = (of: (preview: Preview) => number) => (single as Preview[]).reduce((all, each) => all + of(each), 0);
    expect(json).toMatchObject({
      customers: ids.length,
      kept: [{ id: own?.id, name: own?.name }],
      missing: 1,
      keys: sum(({ keys }) => keys),
      accounts: sum(({ accounts }) => accounts),
      domains: sum(({ domains }) => domains),
    });
    expect(live(json as Preview)).toBe(sum(live));
    expect(live(json as Preview)).toBeGreaterThan(0);
  });
});

describe("the export", () => {
  it("holds exactly what the list shows, in its order", async () => {
    const { text, headers } = await ask("GET", "/customers/export?status=ACTIVE&sort=-created_at");
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(headers["content-disposition"]).toMatch(/^attachment; filename="customers-\d{4}-\d\d-\d\d\.csv"$/);
    const ids = text
      .split("\r\n")
      .slice(1, -1)
      .map((line) => line.split(",")[0]);
    expect(ids).toEqual((await walk("status=ACTIVE&sort=-created_at&limit=50")).map(({ id }) => id));
  });

  it("lets no cell begin as a formula", async () => {
    const tag = randomUUID().slice(0, 8);
    await make({ name: `=HYPERLINK("http://x","${tag}")`, city: "@SUM(1)", phone: "+353 1", description: "-1\n+2" });
    const { text } = await ask("GET", `/customers/export?q=${tag}`);
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""${tag}"")"`);
    expect(text).toContain("'@SUM(1)");
    expect(text).toContain('"\'-1\n+2"');
    expect(text).not.toMatch(/,"?[=@+-]/);
  });
});

beforeAll(() => expect(keyOf("reseller-a")).not.toBe(""));

it("takes a program's call as a customer's activity, and nobody's look at it in the portal", async () => {
  const { id } = await make({ name: "Looked at" });
  const url = `/api/v1/customers/${id}`;
  const headers = await personHeaders("a long enough passphrase");
  const seen = async () => ((await call(routers.portal, { url, headers })).json as Item).last_activity_at;
  expect(await seen()).toBeNull();
  expect(await seen()).toBeNull();
  await ask("GET", `/customers/${id}`);
  expect(await seen()).toEqual(expect.any(String));
});
