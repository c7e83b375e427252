import { write } from "@/db/doors";
import { jsonFault, mergePatch } from "@/lib/core/json";
import { invalid } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { type Customer, present } from "../customers/customer";
import { withActivity } from "../customers/read";
import { applySettings } from "./write";

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * What a customer may change of itself, all or nothing: `profile` as a JSON merge patch (RFC 7396), and settings, of
 * which null removes one. 422 where the merged profile would be more than we keep.
 */
export const patchCustomer = async (
  scope: Scope<"customers:write" | "settings:write">,
  id: string,
  { profile, settings = {} }: { profile?: JsonObject | undefined; settings?: JsonObject | undefined },
  now: Date,
): Promise<Customer> =>
  withActivity(
    await write(scope, "customer.patch", async (stores) => {
      const customer = present(await stores.customers.held(id));
      await applySettings(scope, stores, customer, settings, now);
      if (!profile) return present(await stores.customers.held(id));
      const merged = mergePatch(customer.profile, profile);
      const fault = jsonFault(merged);
      if (fault) throw invalid(["profile"], fault, "range");
      return present(await stores.customers.change(id, { profile: merged, modifiedAt: now }));
    }),
  );
