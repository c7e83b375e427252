import { statusLabel } from "@/components/ui/badge";
import { formatNumber } from "@/components/ui/format";
import type { Act, Chosen, Outcome } from "./bulk";

export const customersOf = (count: number) => `${formatNumber(count)} ${count === 1 ? "customer" : "customers"}`;

/** What is asked before an act, and the verb of its button. */
export function wordsOf(act: Act, count: number): { title: string; confirm: string } {
  if (act.do === "status") {
    return {
      title: `Set ${customersOf(count)} to ${statusLabel(act.status)}?`,
      confirm: `Set to ${statusLabel(act.status)}`,
    };
  }
  const verb = act.do === "delete" ? "Delete" : "Restore";
  return { title: `${verb} ${customersOf(count)}?`, confirm: `${verb} ${customersOf(count)}` };
}

/** So many are named; of the others the number is told. */
const NAMED = 5;

/** "Ada Ltd, Bo GmbH and 4 more". */
export function whoOf(chosen: Chosen): string {
  const names = [...chosen.values()];
  if (names.length <= NAMED) return new Intl.ListFormat("en").format(names);
  return `${names.slice(0, NAMED).join(", ")} and ${formatNumber(names.length - NAMED)} more`;
}

export function summaryOf(outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter(({ fault }) => fault !== undefined).length;
  const done = `${customersOf(outcomes.length - failed)} changed`;
  return failed === 0 ? `${done}.` : `${done}, ${formatNumber(failed)} not.`;
}
