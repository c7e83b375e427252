import { type BenchData, keyOf, showcaseOf } from "./data";
import { inTurns, print, type Shot, type Size } from "./load";
import { startServer } from "./servers";
import { wholeList } from "./whole-list";

/** Each hot path on the bare server, on the portal and on Next's own route; then the whole list. */
export async function hotPaths({ env, demo }: BenchData, size: Size): Promise<void> {
  const key = keyOf(demo, "reseller-a");
  const showcase = showcaseOf(demo);
  const bearer = { authorization: `Bearer ${key}` };
  const reseller = demo.customers.find(({ id }) => id === showcase)?.resellerId;
  const mine = demo.customers.filter(({ resellerId }) => resellerId === reseller).slice(0, 500);

  const paths: Record<string, (index: number) => Shot> = {
    "read one": (index) => ({ path: `/v3/admin/customers/${mine[index % mine.length]?.id}`, headers: bearer }),
    "page of 50": (index) => ({ path: `/v3/admin/customers?page=${1 + (index % 5)}&per_page=50`, headers: bearer }),
    create: (index) => ({
      method: "POST",
      path: "/v3/admin/customers",
      headers: { ...bearer, "content-type": "application/json" },
      body: JSON.stringify({ name: `Bench customer ${index}` }),
    }),
    "client resources": () => ({
      path: `/reseller/account/v1/clients/${showcase}/resources/`,
      headers: { "x-reseller-api-key": key },
    }),
    "concurrency limit": () => ({ path: `/customers/${showcase}/concurrency-limit`, headers: bearer }),
  };

  const portal = await startServer("portal", ".next/portal/start.mjs", [], env);
  const servers = [
    await startServer("bare", "bench/bare.ts", [], env),
    portal,
    await startServer("next route", "node_modules/next/dist/bin/next", ["start", "-p", "PORT"], env),
  ];
  try {
    const list = await wholeList(portal, { authorization: `Bearer ${keyOf(demo, "csp")}` });
    const rows: Record<string, string>[] = [];
    for (const [path, shot] of Object.entries(paths)) {
      const targets = servers.map((server) => ({ server, shot }));
      const [bare = 1, ours = 0, route = 0] = await inTurns(targets, size);
      rows.push({
        path,
        "bare µs": bare.toFixed(0),
        "portal µs": ours.toFixed(0),
        "next route µs": route.toFixed(0),
        "portal / bare": (ours / bare).toFixed(2),
        "next route / portal": (route / ours).toFixed(1),
      });
    }
    print("Server CPU a request, beside a bare node:http server with the same queries", rows);
    print("The whole list over IMCO", [list]);
  } finally {
    for (const server of servers) await server.stop();
  }
}
