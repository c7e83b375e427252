import { call } from "@/lib/api/call";
import { changeMany, previewBulk } from "@/lib/api/portal/bulk.contract";
import { type Operation, send } from "@/lib/api/send";
import type { Stake } from "../consequences";

export type Act = { do: "status"; status: "CONFIGURED" | "ACTIVE" | "DISABLED" } | { do: "delete" } | { do: "restore" };

/** Ids with names. */
export type Chosen = ReadonlyMap<string, string>;

export interface Outcome {
  id: string;
  name: string;
  /** Why it was not done. */
  fault?: string;
}

/** As many as one call takes. */
export const MOST = 200;

function partsOf<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += MOST) parts.push(all.slice(from, from + MOST));
  return parts;
}

const bodyOf = (act: Act, ids: string[]) =>
  act.do === "status" ? ({ action: "set_status", ids, status: act.status } as const) : { action: act.do, ids };

/**
 * One result for each of the chosen, in their order; `onProgress` says how many are behind us. Throws only where nothing was
 * done: a call that fails later leaves what was done before it, and says so of the rest.
 */
export async function applyToAll(chosen: Chosen, act: Act, onProgress: (done: number) => void): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const ids of partsOf([...chosen.keys()])) {
    try {
      const { results } = await call(changeMany, { body: bodyOf(act, ids) });
      for (const { id, ok, detail } of results) {
        const name = chosen.get(id) ?? id;
        outcomes.push(ok ? { id, name } : { id, name, fault: detail ?? "It was refused." });
      }
    } catch (error) {
      if (outcomes.length === 0) throw error;
      const fault = error instanceof Error ? error.message : String(error);
      const rest = [...chosen].slice(outcomes.length);
      return [...outcomes, ...rest.map(([id, name]) => ({ id, name, fault }))];
    }
    onProgress(outcomes.length);
  }
  return outcomes;
}

/** What all of the chosen have at stake together. */
export async function stakeOf(chosen: Chosen, signal: AbortSignal): Promise<Stake> {
  const sum = { running: [] as Stake["running"][number][], keys: 0, domains: 0, accounts: 0, kept: 0 };
  for (const ids of partsOf([...chosen.keys()])) {
    const part = await call(previewBulk, { body: { ids }, signal });
    sum.running.push(...part.running);
    sum.keys += part.keys;
    sum.domains += part.domains;
    sum.accounts += part.accounts;
    sum.kept += part.kept.length;
  }
  return sum;
}

interface IdPage {
  items: readonly { id: string; name?: string }[];
  next: string | null;
}

/** Everything that a filter finds, however many pages that are. */
export async function allOf(list: Operation, filter: Record<string, string>): Promise<Chosen> {
  const found = new Map<string, string>();
  let cursor: string | null = null;
  do {
    const query = { ...filter, fields: "name", limit: MOST, ...(cursor && { cursor }) };
    const page = (await send(list, { query })) as IdPage;
    for (const { id, name = id } of page.items) found.set(id, name);
    cursor = page.next;
  } while (cursor);
  return found;
}
