import { useQuery } from "@tanstack/react-query";
import { formatNumber } from "@/components/ui/format";
import { call } from "@/lib/api/call";
import { listKeys } from "@/lib/api/portal/keys.contract";
import { listResellers } from "@/lib/api/portal/resellers.contract";
import { listUsers } from "@/lib/api/portal/users.contract";
import { type Entry, matching } from "./entries";
import type { Finds } from "./palette-button";

/** So many of each are in sight: the rest is found by another letter. */
const SHOWN = 3;

const joined = (...parts: (string | false | null | undefined)[]): string => parts.filter(Boolean).join(" · ");

/** Whole lists, which are short, asked for once and looked through here: one for each kind that has a page. */
const useWhole = (kind: string, enabled: boolean, load: (signal: AbortSignal) => Promise<Entry[]>) =>
  useQuery({ queryKey: ["palette", kind], queryFn: ({ signal }) => load(signal), enabled });

const resellers = async (signal: AbortSignal): Promise<Entry[]> =>
  (await call(listResellers, { signal })).items.map(({ id, name, customers }) => ({
    label: name,
    href: `/portal/resellers/${id}`,
    more: customers === 1 ? "1 customer" : `${formatNumber(customers)} customers`,
  }));

const users = async (signal: AbortSignal): Promise<Entry[]> =>
  (await call(listUsers, { signal })).items.map(({ id, name, email, active, reseller }) => ({
    label: name,
    href: `/portal/users/${id}`,
    also: email.replace("@", " ").concat(" ", email),
    more: joined(email, reseller?.name, !active && "deactivated"),
  }));

const keys = async (signal: AbortSignal): Promise<Entry[]> =>
  (await call(listKeys, { signal })).items.map(({ id, name, hint, state, reseller, customer }) => ({
    label: name,
    href: `/portal/keys/${id}`,
    also: hint,
    more: joined(`…${hint}`, customer?.name ?? reseller?.name, state !== "active" && state),
  }));

/** Resellers, users and keys whose names, e-mail addresses or last characters begin with what was typed. */
export function useStaff(finds: Finds, typed: string) {
  const asks = typed.trim() !== "";
  const kinds = [
    { heading: "Resellers", query: useWhole("resellers", asks && finds.resellers, resellers) },
    { heading: "Users", query: useWhole("users", asks && finds.users, users) },
    { heading: "API keys", query: useWhole("keys", asks && finds.keys, keys) },
  ];
  return {
    groups: kinds.map(({ heading, query }) => ({
      heading,
      entries: asks ? matching(query.data ?? [], typed).slice(0, SHOWN) : [],
    })),
    isWaiting: kinds.some(({ query }) => query.isLoading),
    error: kinds.find(({ query }) => query.error)?.query.error,
  };
}
