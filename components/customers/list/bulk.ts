import { ApiProblem, call } from "@/lib/api/call";
import { deleteCustomer, updateCustomer } from "@/lib/api/portal/customers.contract";

export type Act = { do: "status"; status: "CONFIGURED" | "ACTIVE" | "DISABLED" } | { do: "delete" };

export interface Outcome {
  id: string;
  name: string;
  /** Why it was not done. */
  fault?: string;
}

export async function applyToAll(chosen: ReadonlyMap<string, string>, act: Act): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [id, name] of chosen) {
    try {
      if (act.do === "delete") await call(deleteCustomer, { params: { id } });
      else await call(updateCustomer, { params: { id }, body: { status: act.status } });
      outcomes.push({ id, name });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      outcomes.push({ id, name, fault: error.message });
    }
  }
  return outcomes;
}
