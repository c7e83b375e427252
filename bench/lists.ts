import { type BenchData, keyOf, showcaseOf } from "./data";
import { inTurns, print, type Shot, type Size } from "./load";
import { type Server, startServer } from "./servers";

/** The session cookie of reseller A's admin. */
async function signIn({ url }: Server, { users, csps }: BenchData["demo"]): Promise<string> {
  const user = users.find(({ role, cspId }) => role === "reseller_admin" && cspId === csps[0]?.id);
  const first = await fetch(`${url}/api/auth/csrf`);
  const cookies = first.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const signed = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { cookie: cookies.join("; ") },
    body: new URLSearchParams({ email: user?.email ?? "", password: user?.password ?? "", csrfToken, json: "true" }),
    redirect: "manual",
  });
  return signed.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** What is asked of a server that has the data, its session's cookie at hand; numbered from 0. */
type ShotOf = (data: BenchData, cookie: string) => (index: number) => Shot;

/** What fills a page with few customers, too: the same page is compared. */
const searches = ["s", "e", "co", "h", "a", "b"];
/** Beginnings of words in names, each another one: nobody has asked for any of them before. */
function newSearches({ demo }: BenchData): string[] {
  const words = demo.customers.flatMap(({ name }) => name.toLowerCase().match(/\p{L}+/gu) ?? []);
  return [...new Set(words.flatMap((word) => [2, 3, 4, 5].map((length) => word.slice(0, length))))];
}

const columns = ["name", "-created_at", "servers", "-last_activity_at", "country", "-agreement"];

/** The customers page with a thousand customers and with many: what a person does there all day. */
export async function lists(small: BenchData, large: BenchData, size: Size): Promise<void> {
  const servers = [
    await startServer("small", ".next/portal/start.mjs", [], small.env),
    await startServer("large", ".next/portal/start.mjs", [], large.env),
  ] as const;
  try {
    const cookies = [await signIn(servers[0], small.demo), await signIn(servers[1], large.demo)] as const;
    const at = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;
    const api =
      (path: (index: number) => string): ShotOf =>
      ({ demo }) =>
      (index) => ({
        path: `/api/v1/customers?${path(index)}`,
        headers: { authorization: `Bearer ${keyOf(demo, "reseller-a")}` },
      });
    const write: ShotOf =
      ({ demo }) =>
      (index) => ({
        method: "PATCH",
        path: `/api/v1/customers/${showcaseOf(demo)}`,
        headers: { authorization: `Bearer ${keyOf(demo, "reseller-a")}`, "content-type": "application/json" },
        body: JSON.stringify({ name: `Harbour Logistics ${index}` }),
      });
    const page =
      (query: (index: number) => string): ShotOf =>
      (_, cookie) =>
      (index) => ({ path: `/portal/customers?${query(index)}`, headers: { cookie } });
    const q = (index: number) => `q=${encodeURIComponent(at(searches, index))}`;
    const paths: Record<string, ShotOf> = {
      "the page": page(() => ""),
      "the page, searched": page(q),
      list: api(() => ""),
      search: api(q),
      sort: api((index) => `sort=${at(columns, index)}`),
      "filter and sort": api((index) => `status=ACTIVE&sort=${at(columns, index)}`),
    };
    const measured = (shotOf: ShotOf): Promise<number[]> => {
      const shots = [shotOf(small, cookies[0]), shotOf(large, cookies[1])] as const;
      const targets = servers.map((server, index) => ({ server, shot: at(shots, index) }));
      return inTurns(targets, size);
    };
    const rows: Record<string, string>[] = [];
    const tell = (path: string, [few = 1, many = 0]: number[]) =>
      rows.push({
        path,
        [`µs with ${small.demo.customers.length}`]: few.toFixed(0),
        [`µs with ${large.demo.customers.length}`]: many.toFixed(0),
        ratio: (many / few).toFixed(2),
      });
    for (const [path, shotOf] of Object.entries(paths)) tell(path, await measured(shotOf));
    // A customer gets another name in between, which changes what lists show, how many they find and in which order.
    const writes = await measured(write);
    for (const [path, searched] of Object.entries({
      "the page": page(() => ""),
      "the page, searched": page(q),
      search: api(q),
    })) {
      const both = await measured((data, cookie) => (index) => {
        const [wrote, found] = [write(data, cookie), searched(data, cookie)];
        return index % 2 === 0 ? wrote(index) : found(Math.floor(index / 2));
      });
      tell(
        `${path}, after a change`,
        both.map((each, index) => 2 * each - (writes[index] ?? 0)),
      );
    }
    const unheard = newSearches(small);
    const once: ShotOf = (data, cookie) => {
      let asked = 0;
      const search = api(() => `q=${encodeURIComponent(at(unheard, asked++))}`);
      return search(data, cookie);
    };
    tell("search for what nobody has asked", await measured(once));
    print("The customers page, by how many customers two resellers have: server CPU a request", rows);
  } finally {
    for (const server of servers) await server.stop();
  }
}
