import { describe, expect, it } from "vitest";
import { call, type Reply } from "../../testing/call";
import { headersOf, placeholders } from "../../testing/world";
import type { Contract } from "../contract";
import { documentNamed } from "../documents";
import { fillIn } from "../openapi";
import type { Endpoint } from "../serve";
import { routers } from "../surfaces";

/** Whoever changes something may say which version of it was seen: derived from the contracts, so that none can forget. */

type Json = Record<string, unknown>;
const { endpoints, surface } = routers.portal;

/** What names a thing in its path and changes it; what is made new is 201, what goes on by itself is 202. */
const changes = ({ contract: { method, params, status } }: Endpoint): boolean =>
  method !== "GET" && Object.keys(params.shape).length > 0 && (status === 200 || status === 204);

const honours = ({ contract: { params, problems } }: Endpoint): boolean =>
  Object.keys(params.shape).length > 0 && problems.includes("version.stale");

const readsVersion = ({ reply }: Contract): boolean =>
  reply !== undefined && "shape" in reply && "version" in (reply.shape as Json);

/** The read of what an operation changes: at its own path, or at the nearest one above. */
function readOf(path: string): Contract | undefined {
  const peer = endpoints.find(({ contract }) => contract.method === "GET" && contract.path === path)?.contract;
  if (peer && readsVersion(peer)) return peer;
  const above = path.slice(0, path.lastIndexOf("/"));
  return above === "/api/v1" ? undefined : readOf(above);
}

const urlOf = (path: string, params: Record<string, string> = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));

/** Without what a mere call changes. */
const settled = ({ text }: Reply): string => text.replace(/"last_(activity|used)_at":("[^"]*"|null),?/g, "");

describe("every operation that changes something", () => {
  it("honours If-Match, and documents it", () => {
    expect(endpoints.filter((one) => changes(one) && !honours(one)).map(({ contract }) => contract.id)).toEqual([]);
    const { paths } = documentNamed("portal.json") as { paths: Record<string, Record<string, Json>> };
    for (const { contract } of endpoints.filter(honours)) {
      const documented = paths[contract.path]?.[contract.method.toLowerCase()];
      expect(documented?.parameters, contract.id).toContainEqual(
        expect.objectContaining({ name: "If-Match", in: "header" }),
      );
      expect(documented?.responses, contract.id).toHaveProperty("412");
    }
  });

  it("can be told which version was seen, since a read says it", () => {
    const unread = endpoints.filter((one) => honours(one) && readOf(one.contract.path) === undefined);
    expect(unread.map(({ contract }) => contract.id)).toEqual([]);
  });
});

describe.each(endpoints.filter(honours).map((endpoint) => [endpoint.contract.id, endpoint] as const))(
  "%s",
  (id, { contract }) => {
    const caller = (contract.levels ?? surface.levels).includes("reseller") ? "reseller" : "csp";
    const first = contract.examples[0] ?? {};

    /** The example's thing, made anew, with the calls that read and change it. */
    async function prepared() {
      const example = fillIn(first, await placeholders(first));
      const headers = headersOf(surface.name, caller);
      const read = async (): Promise<Reply> => {
        // What is deleted is shown by the list alone.
        if (id === "restoreCustomer") {
          const reply = await call(routers.portal, {
            url: `/api/v1/customers?deleted=true&q=${example.params?.id}`,
            headers,
          });
          const { items } = reply.json as { items: [{ version: number }] };
          return { ...reply, headers: { etag: `"${items[0].version}"` } };
        }
        const reply = await call(routers.portal, {
          url: urlOf(readOf(contract.path)?.path ?? "", example.params),
          headers,
        });
        expect(reply.headers.etag, reply.text).toBe(`"${(reply.json as { version: number }).version}"`);
        return reply;
      };
      const change = (ifMatch: string): Promise<Reply> =>
        call(routers.portal, {
          method: contract.method,
          url: urlOf(contract.path, example.params),
          headers: { ...headers, "if-match": ifMatch },
          body: contract.body && (example.body ?? {}),
        });
      return { read, change };
    }

    it("refuses any other version than the one at hand, and writes nothing then", async () => {
      const { read, change } = await prepared();
      const before = await read();
      const version = Number(/\d+/.exec(before.headers.etag ?? "")?.[0]);
      for (const other of [`"${version + 1}"`, `W/"${version + 7}"`, '"not a version"', "99"]) {
        const { status, json } = await change(other);
        expect([status, (json as Json).code]).toEqual([412, "version.stale"]);
        expect((json as Json).detail).toContain(`now at version ${version}`);
      }
      const after = await read();
      expect([after.headers.etag, settled(after)]).toEqual([before.headers.etag, settled(before)]);
    });

    if (contract.method === "DELETE" || id === "restoreCustomer") {
      it("takes the version at hand", async () => {
        const { read, change } = await prepared();
        const { status, text } = await change((await read()).headers.etag ?? "");
        expect(status, text).toBe(contract.status);
      });
      return;
    }

    it("takes the version at hand once, however many have seen it, and says the next one", async () => {
      const { read, change } = await prepared();
      const etag = (await read()).headers.etag ?? "";
      const replies = await Promise.all([change(etag), change(etag), change(etag)]);
      const statuses = replies.map(({ status }) => status);
      expect(statuses.toSorted()).toEqual([contract.status, 412, 412]);
      const next = (await read()).headers.etag;
      expect(next).not.toBe(etag);
      expect(replies.find(({ status }) => status === contract.status)?.headers.etag).toBe(next);
    });
  },
);
