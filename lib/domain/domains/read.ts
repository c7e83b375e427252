import { read } from "@/db/doors";
import type { AnyScope } from "@/lib/core/scope";

/** The domains of a customer that was found before, in their ASCII form and order. */
export const domainsOf = (scope: AnyScope, customerId: string) =>
  read(scope, ({ domains }) => domains.ofCustomer(customerId));
