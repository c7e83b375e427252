import { read } from "@/db/doors";
import type { AnyScope, Scope } from "@/lib/core/scope";
import { present } from "../customers/customer";
import type { Reseller } from "./create";

/** The resellers of the caller's CSP by name; a reseller sees itself alone. */
export const listResellers = (scope: Scope<"resellers:read">): Promise<Reseller[]> =>
  read(scope, ({ resellers }) => resellers.list());

export const getReseller = async (scope: Scope<"resellers:read">, id: string): Promise<Reseller> =>
  present(await read(scope, ({ resellers }) => resellers.byId(id)), "Reseller");

/** The id of the reseller that the CSP's direct customers belong to, where the caller can see one. */
export const houseId = async (scope: AnyScope): Promise<string | undefined> =>
  (await read(scope, ({ resellers }) => resellers.house()))?.id;

/** The reseller of a customer that was found before. */
export const resellerOf = async (scope: AnyScope, id: string): Promise<Reseller> =>
  present(await read(scope, ({ resellers }) => resellers.byId(id)), "Reseller");
