import { readFileSync } from "node:fs";

type Level = "csp" | "reseller" | "customer";

/** Who can sign in to the demo data, and the ids to ask for: the form of `data/demo-credentials.json`. */
export interface DemoCredentials {
  baseUrl: string;
  csps: { id: string; name: string; domain: string }[];
  resellers: { id: string; name: string; cspId: string; adminCustomerId: string }[];
  users: { email: string; password: string; role: string; cspId: string; resellerId: string | null }[];
  keys: {
    name: string;
    level: Level;
    key: string;
    keyId: string;
    permissions: string[];
    cspId: string;
    resellerId: string | null;
    customerId: string | null;
  }[];
  customers: { id: string; name: string; resellerId: string; showcase: boolean }[];
  providers: { id: string; name: string; kind: string }[];
  userGroups: { id: string; name: string; resellerId: string }[];
}

/** The credentials of the database at hand; a journey passes its project's `metadata.credentials`. */
export const demo = (file = process.env.DEMO_CREDENTIALS ?? "data/demo-credentials.json"): DemoCredentials =>
  // Written from the same type by whoever seeded.
  JSON.parse(readFileSync(file, "utf8"));
