import { get } from "node:http";
import type { Server } from "./servers";

const MB = 1024 * 1024;

/** The whole list over imco: time to the first byte, memory, and what another caller waits meanwhile. */
export async function wholeList(server: Server, headers: Record<string, string>): Promise<Record<string, string>> {
  await read(server, headers);
  const before = (await server.usage()).rss;
  let most = before;
  let slowest = 0;
  let done = false;
  const watch = (async () => {
    while (!done) {
      const asked = performance.now();
      await fetch(`${server.url}/v3/ping`, { headers });
      slowest = Math.max(slowest, performance.now() - asked);
      most = Math.max(most, (await server.usage()).rss);
    }
  })();
  const list = await read(server, headers);
  done = true;
  await watch;
  return {
    "whole list": `${list.customers} customers`,
    "first byte ms": list.firstByte.toFixed(1),
    "all ms": list.all.toFixed(0),
    "MB sent": (list.bytes / MB).toFixed(1),
    "more memory MB": ((most - before) / MB).toFixed(0),
    "another request waits at most ms": slowest.toFixed(1),
  };
}

function read(server: Server, headers: Record<string, string>) {
  const started = performance.now();
  return new Promise<{ firstByte: number; all: number; bytes: number; customers: number }>((resolve, reject) => {
    get(`${server.url}/v3/admin/customers`, { headers, agent: false }, (reply) => {
      let firstByte = 0;
      let bytes = 0;
      let customers = 0;
      reply.on("data", (part: Buffer) => {
        firstByte ||= performance.now() - started;
        bytes += part.length;
        customers += part.toString("latin1").split('"resource_type"').length - 1;
      });
      reply.once("end", () => resolve({ firstByte, all: performance.now() - started, bytes, customers }));
    }).once("error", reject);
  });
}
