import { createHash } from "node:crypto";
import { hash } from "@node-rs/argon2";
import {
  type Level,
  type Permission,
  permissions,
  permissionsOf,
  type Role,
  readPermissions,
} from "../../lib/core/scope";
import { fold } from "../../lib/core/text";
import { days, later } from "../../lib/core/time";
import { Rng } from "./rng";
import type { Row, Rows } from "./rows";
import type { Place, PlaceName } from "./tenants";

interface Person {
  place: PlaceName;
  role: Role;
  name: string;
  email: string;
  /** Absent: deactivated, nobody signs in. */
  password?: string;
}

/** For the demo only; a portal that is set up by hand starts without any user. */
const people: readonly Person[] = [
  {
    place: "house",
    role: "csp_admin",
    name: "Ingrid Nørgaard",
    email: "ingrid@northwind.example",
    password: "harbour-lantern-2026",
  },
  {
    place: "house",
    role: "csp_viewer",
    name: "Tomás Vieira",
    email: "tomas@northwind.example",
    password: "meadow-compass-2026",
  },
  {
    place: "a",
    role: "reseller_admin",
    name: "Alina Petersen",
    email: "alina@aurora.example",
    password: "silver-thicket-2026",
  },
  {
    place: "a",
    role: "reseller_viewer",
    name: "Anand Rao",
    email: "anand@aurora.example",
    password: "copper-orchard-2026",
  },
  {
    place: "b",
    role: "reseller_admin",
    name: "Brónagh O'Dowd",
    email: "bronagh@blueheron.example",
    password: "winter-granite-2026",
  },
  {
    place: "other-house",
    role: "csp_admin",
    name: "Sophie Marsh",
    email: "sophie@southport.example",
    password: "amber-causeway-2026",
  },
  { place: "a", role: "reseller_admin", name: "Arno Weidmann", email: "arno@aurora.example" },
];

export interface HashedPerson extends Person {
  passwordHash: string;
}

/** Slow on purpose, so it is done before the transaction, during which nobody else could write. */
export const hashPasswords = (): Promise<HashedPerson[]> =>
  Promise.all(
    people.map(async (person) => ({
      ...person,
      passwordHash: await hash(person.password ?? crypto.randomUUID(), {
        memoryCost: 19_456,
        timeCost: 2,
        parallelism: 1,
      }),
    })),
  );

interface Key {
  name: string;
  level: Level;
  permissions: readonly Permission[];
  place: PlaceName;
}

const keys: readonly Key[] = [
  { name: "csp", level: "csp", permissions, place: "house" },
  { name: "reseller-a", level: "reseller", permissions: permissionsOf.reseller_admin, place: "a" },
  { name: "reseller-a-readonly", level: "reseller", permissions: readPermissions, place: "a" },
  { name: "reseller-b", level: "reseller", permissions: permissionsOf.reseller_admin, place: "b" },
  { name: "other-csp", level: "csp", permissions, place: "other-house" },
  {
    name: "customer-a",
    level: "customer",
    permissions: ["customers:read", "customers:write", "settings:read", "settings:write", "resources:read"],
    place: "a",
  },
];

/** No longer good: what the page of keys shows besides. */
const retired = [
  { name: "billing-export-2024", revoked: true },
  { name: "migration-weekend", revoked: false },
];

/** Apart from the rows' own chance, so that the keys stay the same from day to day. */
const KEY_SEED = 34_816;

const pathOf = ({ csp, reseller }: Place, level: Level) => ({
  cspId: csp.id,
  resellerId: level === "csp" ? null : reseller.id,
});

export function addUsers(
  rows: Rows,
  rng: Rng,
  now: Date,
  places: Record<PlaceName, Place>,
  hashed: readonly HashedPerson[],
) {
  return hashed.flatMap(({ place, role, name, email, password, passwordHash }, i) => {
    const createdAt = later(now, -days(700 - i));
    const path = pathOf(places[place], role.startsWith("csp") ? "csp" : "reseller");
    rows.users.push({
      id: rng.id(createdAt),
      ...path,
      email: fold(email),
      name,
      role,
      passwordHash,
      active: password !== undefined,
      sessionsFrom: createdAt,
      lastSignInAt: later(now, -days(password ? i + 1 : 120)),
      createdAt,
      modifiedAt: createdAt,
      version: 1,
    });
    return password ? [{ email, password, role, ...path }] : [];
  });
}

/** Rows, and the credentials with the texts, which the database does not keep. A customer's key lacks its customer yet. */
export function makeKeys(rng: Rng, now: Date, places: Record<PlaceName, Place>) {
  const rows: Row<"apiKeys">[] = [];
  const texts = new Rng(KEY_SEED);
  const add = ({ name, level, permissions, place }: Key, createdAt: Date, end: Partial<Row<"apiKeys">> = {}) => {
    const key = `XI${texts.hex(32).toUpperCase()}`;
    const path = { ...pathOf(places[place], level), customerId: null };
    const row = { id: rng.id(createdAt), ...path, name, level, permissions: [...permissions], createdAt };
    const secret = { secretHash: createHash("sha256").update(key).digest("hex"), hint: key.slice(-4) };
    rows.push({ ...row, ...secret, expiresAt: null, lastUsedAt: null, revokedAt: null, version: 1, ...end });
    return { name, level, key, keyId: row.id, permissions: row.permissions, ...path };
  };
  for (const [i, { name, revoked }] of retired.entries()) {
    const over = later(now, -days(90 + i));
    const end = {
      lastUsedAt: later(over, -days(2)),
      revokedAt: revoked ? over : null,
      expiresAt: revoked ? null : over,
    };
    add({ name, level: "reseller", permissions: readPermissions, place: "a" }, later(now, -days(500 - i)), end);
  }
  const good = keys.map((key, i) => add(key, later(now, -days(400 - i)), { lastUsedAt: later(now, -days(i + 1)) }));
  return { rows, good };
}
