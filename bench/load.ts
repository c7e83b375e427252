import { Agent, request } from "node:http";
import type { Server } from "./servers";

const CALLERS = 8;

export interface Shot {
  method?: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
export const hangUp = (): void => agent.destroy();

/** One request; fails on any status of 400 or more, since a fast failure would look like speed. */
function fire(url: string, { method = "GET", path, headers, body }: Shot): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers, agent }, (reply) => {
      reply.resume();
      reply.once("end", () =>
        (reply.statusCode ?? 500) < 400 ? resolve() : reject(new Error(`${method} ${path}: ${reply.statusCode}`)),
      );
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

export async function volley(url: string, shot: (index: number) => Shot, total: number): Promise<void> {
  let next = 0;
  const caller = async () => {
    for (let index = next++; index < total; index = next++) await fire(url, shot(index));
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
}

/** Server CPU microseconds a request. */
async function measure(server: Server, shot: (index: number) => Shot, total: number): Promise<number> {
  const before = await server.usage();
  await volley(server.url, shot, total);
  return ((await server.usage()).cpu - before.cpu) / total;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export interface Size {
  rounds: number;
  requests: number;
  /** Before anything is measured: a server is fast once its hot code is compiled. */
  warmUp: number;
}

/** The servers in turns, round by round, so that what else the machine does falls on all of them: medians, in order. */
export async function inTurns(
  targets: readonly { server: Server; shot: (index: number) => Shot }[],
  { rounds, requests, warmUp }: Size,
): Promise<number[]> {
  for (const { server, shot } of targets) await volley(server.url, shot, warmUp);
  const took: number[][] = targets.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { server, shot }] of targets.entries()) {
      took[index]?.push(await measure(server, shot, requests));
    }
  }
  return took.map(median);
}

export function print(title: string, rows: Record<string, string>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: string[]) => `| ${cells.join(" | ")} |\n`;
  process.stdout.write(`\n${title}\n\n${line(columns)}${line(columns.map(() => "---"))}`);
  for (const row of rows) process.stdout.write(line(columns.map((column) => row[column] ?? "")));
}
