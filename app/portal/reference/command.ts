import { curlOf } from "@/components/reference/curl";
import type { ApiDocument, Operation } from "@/components/reference/document";
import { samples } from "@/lib/api/openapi";
import { listCustomers } from "@/lib/api/portal/customers.contract";
import { currentUser, pagePrincipal } from "@/lib/auth/page";
import { publicUrl } from "@/lib/core/env";
import { isUuid } from "@/lib/core/ids";
import { may } from "@/lib/core/scope";
import { ask } from "../ask";

/** The visitor's first customer. */
async function firstCustomer() {
  if (!may(await pagePrincipal(), "customers:read")) return undefined;
  const { items } = await ask(listCustomers, { query: { limit: 1, fields: "name" } });
  return items[0];
}

/**
 * The operation's example as a command. What only reads is of a customer that is there, so that the command works as it
 * stands; what writes is not: nobody should change a customer by trying a command. `replace` is what stands for the
 * caller's own.
 */
export async function commandOf(document: ApiDocument, operation: Operation) {
  const { cspDomain } = await currentUser();
  const { customer: sample = "", domain = "" } = samples;
  const example = curlOf(document, operation, publicUrl().replace(/\/$/, "")).replaceAll(domain, cspDomain || domain);
  const customer = operation.method === "GET" && example.includes(sample) ? await firstCustomer() : undefined;
  const command = customer ? example.replaceAll(sample, customer.id) : example;
  const stands = Object.values(samples).filter(isUuid);
  return { command, customer, replace: stands.filter((value) => command.includes(value)) };
}
