import { listPlans } from "@/lib/api/portal/limits.contract";
import { listProviders } from "@/lib/api/portal/providers.contract";
import { ask } from "../ask";

/** The names of what the log refers to by an id that says nothing to people. */
export async function namesInLog(): Promise<ReadonlyMap<string, string>> {
  const [providers, plans] = await Promise.all([ask(listProviders, {}), ask(listPlans, {})]);
  return new Map([...providers.items, ...plans.items].map(({ id, name }) => [id, name]));
}
