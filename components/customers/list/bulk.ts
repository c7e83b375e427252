import { call } from "@/lib/api/call";
import { changeMany } from "@/lib/api/portal/bulk.contract";

export type Act = { do: "status"; status: "CONFIGURED" | "ACTIVE" | "DISABLED" } | { do: "delete" };

export interface Outcome {
  id: string;
  name: string;
  /** Why it was not done. */
  fault?: string;
}

/** As many as one call takes. */
const MOST = 200;

const bodyOf = (act: Act, ids: string[]) =>
  act.do === "delete"
    ? ({ action: "delete", ids } as const)
    : ({ action: "set_status", ids, status: act.status } as const);

/** One result for each of the chosen, in their order. */
export async function applyToAll(chosen: ReadonlyMap<string, string>, act: Act): Promise<Outcome[]> {
  const ids = [...chosen.keys()];
  const outcomes: Outcome[] = [];
  for (let from = 0; from < ids.length; from += MOST) {
    const { results } = await call(changeMany, { body: bodyOf(act, ids.slice(from, from + MOST)) });
    for (const { id, ok, detail } of results) {
      const name = chosen.get(id) ?? id;
      outcomes.push(ok ? { id, name } : { id, name, fault: detail ?? "It was refused." });
    }
  }
  return outcomes;
}
