import { type Collection, type Reads, read } from "@/db/doors";
import type { AnyScope } from "@/lib/core/scope";
import { stale } from "../customers/update";

/** How often a collection of a customer's, who was found before, was changed. Read it before what is in it. */
export const versionOf = (scope: AnyScope, customerId: string, collection: Collection): Promise<number> =>
  read(scope, ({ collections }) => collections.version(customerId, collection));

/** Within a transaction that holds the customer; 412 where `seen` is no longer the version at hand. */
export async function checkVersion(
  { collections }: Pick<Reads, "collections">,
  customerId: string,
  collection: Collection,
  seen: number | undefined,
): Promise<void> {
  if (seen === undefined) return;
  const version = await collections.version(customerId, collection);
  if (version !== seen) throw stale(version);
}
