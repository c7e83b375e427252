import type { Level, Permission, Role } from "../../lib/core/scope";
import type { Provider } from "./providers";

/** The form of `data/demo-credentials.json`: who can sign in to the demo, its keys, and the ids to ask for. */
export interface DemoCredentials {
  baseUrl: string;
  csps: { id: string; name: string; domain: string }[];
  /** Those of the first CSP first. The houses, whose customers are direct ones, are not among them. */
  resellers: { id: string; name: string; cspId: string; adminCustomerId: string }[];
  users: { email: string; password: string; role: Role; cspId: string; resellerId: string | null }[];
  keys: {
    name: string;
    level: Level;
    key: string;
    keyId: string;
    permissions: Permission[];
    cspId: string;
    resellerId: string | null;
    customerId: string | null;
  }[];
  customers: { id: string; name: string; resellerId: string; showcase: boolean }[];
  providers: { id: string; name: string; kind: Provider["kind"] }[];
  userGroups: { id: string; name: string; resellerId: string }[];
}
