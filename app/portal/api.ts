import { headers } from "next/headers";
import type { Posted } from "@/components/customer-form/values";
import { nameOf } from "@/components/form/names";
import { urlOf } from "@/lib/api/call";
import type { Contract } from "@/lib/api/contract";
import { ProblemDocument } from "@/lib/api/portal/problem.contract";
import { routers } from "@/lib/api/surfaces";
import { chosenReseller } from "@/lib/auth/page";
import { FOR_RESELLER } from "@/lib/core/address";

interface Sent {
  params?: Readonly<Record<string, string>>;
  body: unknown;
  /** The version that was seen, as a form has it. */
  ifMatch?: string;
}

/**
 * One call of the portal's API as the visitor of the page, without a network between: for forms that are sent before
 * their scripts are there. The same checks, answers and audit as from a browser.
 */
export async function callHere(
  contract: Pick<Contract, "method" | "path">,
  { params, body, ifMatch }: Sent,
): Promise<{ reply: unknown; problem?: undefined } | { reply?: undefined; problem: ProblemDocument }> {
  const sent = await headers();
  const reseller = await chosenReseller();
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const own = new Map([
    ["content-type", "application/json"],
    ["content-length", String(bytes.length)],
    ...(ifMatch === undefined ? [] : [["if-match", `"${ifMatch}"`] as const]),
    ...(reseller === undefined ? [] : [[FOR_RESELLER, reseller] as const]),
  ]);
  const answer = await routers.portal.answer({
    method: contract.method,
    url: urlOf(contract, params),
    header: (name) => own.get(name) ?? sent.get(name) ?? undefined,
    body: async () => bytes,
    ip: sent.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "",
  });
  // Only exports are streamed; what a form calls answers with a text.
  const reply: unknown = JSON.parse(answer.body as string);
  return answer.status < 400 ? { reply } : { problem: ProblemDocument.parse(reply) };
}

/** The texts of a form's fields of these names. */
export const textsOf = (form: FormData, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name);
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );

/** A problem as a form shows it: at its fields, or above them. */
export function faultsOf({ errors = [], detail }: ProblemDocument): Posted["faults"] {
  return errors.length > 0
    ? Object.fromEntries(errors.map((error) => [nameOf(error.pointer), error.detail]))
    : { "": detail };
}
