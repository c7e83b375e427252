import { read } from "@/db/doors";
import type { Scope } from "@/lib/core/scope";
import { fold, sortKey } from "@/lib/core/text";
import type { Customer } from "./customer";

export type Likeness = "name" | "taxId" | "email" | "domain";

const MOST = 10;

/** Customers that share a name, tax id, e-mail address or domain with a new one, and what it is that they share. */
export async function findDuplicates(
  scope: Scope<"customers:read">,
  given: Partial<Record<Likeness, string | undefined>>,
  except?: string,
): Promise<{ customer: Customer; alike: Likeness[] }[]> {
  const terms = new Map<Likeness, string>();
  for (const [likeness, text] of Object.entries(given) as [Likeness, string | undefined][]) {
    if (text) terms.set(likeness, likeness === "name" ? sortKey(text) : fold(text));
  }
  if (terms.size === 0) return [];
  const rows = await read(scope, ({ customerList }) => customerList.alike([...new Set(terms.values())], MOST * 4));
  const found = new Map<string, { customer: Customer; alike: Likeness[] }>();
  for (const { customer, term } of rows) {
    if (customer.id === except) continue;
    const shared = [...terms].filter(([likeness, text]) => text === term && shares(customer, likeness, text));
    if (shared.length === 0) continue;
    const known = found.get(customer.id) ?? { customer, alike: [] };
    known.alike.push(...shared.map(([likeness]) => likeness));
    found.set(customer.id, known);
  }
  return [...found.values()].slice(0, MOST);
}

/** A term may stand for something else of the customer: a name that is another's domain is no likeness. */
function shares(customer: Customer, likeness: Likeness, text: string): boolean {
  if (likeness === "name") return sortKey(customer.name) === text;
  if (likeness === "taxId") return fold(customer.taxId) === text;
  if (likeness === "email") return fold(customer.email) === text;
  return true;
}
