import { days } from "../../lib/core/time";
import { client } from "../client";
import { csps } from "../schema";
import { relistAll } from "../stores/listings";
import { addUsers, type HashedPerson, hashPasswords, makeKeys } from "./callers";
import type { DemoCredentials } from "./credentials";
import { Filler } from "./fill";
import { makeProviders } from "./providers";
import { writersOf } from "./records";
import { Rng } from "./rng";
import { insertRows, learnSizes, noRows, type Rows } from "./rows";
import { addTenants, type Place, type PlaceName } from "./tenants";

export type { DemoCredentials } from "./credentials";

export interface SeedOptions {
  /** In all; at least 40, so that each promise of the demo has a customer that keeps it. */
  customers?: number;
  /** Ages are counted back from the beginning of this day, UTC. */
  now?: Date;
  /** Goes into the credentials. */
  baseUrl?: string;
}

/** So many have projects and a history, however many there are. */
const RICH = 400;

const SEED = 2_026;

/**
 * Fills the migrated, empty database at DATABASE_URL with the demo, all or nothing, and answers who can sign in.
 * Writes nothing and answers undefined where there is a CSP already.
 */
export async function seedDemo({
  customers = 360,
  now = new Date(),
  baseUrl = "http://localhost:3000",
}: SeedOptions = {}): Promise<DemoCredentials | undefined> {
  if (customers < 40) throw new Error(`The demo needs at least 40 customers; ${customers} were asked for.`);
  const there = await client().reader.select({ id: csps.id }).from(csps).limit(1);
  if (there.length > 0) return undefined;
  const people = await hashPasswords();
  const today = new Date(Math.floor(now.getTime() / days(1)) * days(1));
  return client().transaction(async (db) => {
    const credentials: DemoCredentials = { baseUrl, ...emptyCredentials() };
    let batches = 0;
    for (const rows of demoRows(credentials, people, customers, today)) {
      await insertRows(db, rows);
      batches++;
      const isPowerOfTwo = (batches & (batches - 1)) === 0;
      if (isPowerOfTwo) await learnSizes(db);
    }
    await relistAll(db);
    return credentials;
  });
}

const emptyCredentials = (): Omit<DemoCredentials, "baseUrl"> => ({
  csps: [],
  resellers: [],
  users: [],
  keys: [],
  customers: [],
  providers: [],
  userGroups: [],
});

/** All rows of the demo, parents before children. Fills the credentials on the way. */
function* demoRows(
  credentials: DemoCredentials,
  people: readonly HashedPerson[],
  total: number,
  now: Date,
): Generator<Rows> {
  const rng = new Rng(SEED);
  const rows = noRows();
  const clouds = makeProviders(rng, new Date(now.getTime() - days(950)));
  rows.providers.push(...Object.values(clouds));
  const { microsoft, aws, azure, ormucoNa, ormucoEu, southport } = clouds;
  const list = addTenants(rows, rng, now, [
    [microsoft, aws, azure, ormucoNa, ormucoEu],
    [microsoft, aws, ormucoEu, southport],
  ]);
  // One place of every name: see the list of sites.
  const places = Object.fromEntries(list.map((place) => [place.name, place])) as Record<PlaceName, Place>;
  const keys = makeKeys(rng, now, places);
  Object.assign(credentials, {
    csps: rows.csps.map(({ id, name, domain }) => ({ id, name, domain })),
    users: addUsers(rows, rng, now, places, people),
    keys: keys.good,
    providers: rows.providers.map(({ id, name, kind }) => ({ id, name, kind })),
    userGroups: rows.userGroups.map(({ id, name, resellerId }) => ({ id, name, resellerId })),
  });
  yield rows;

  const filler = new Filler(rng, now);
  const counts = countsOf(list, total);
  for (const place of list) {
    const count = counts[place.name];
    const rich = Math.ceil(count * Math.min(1, RICH / total));
    const partner = place.name === "a" ? places.c : place.name === "b" ? places.a : undefined;
    const isListed = place.name === "a" || place.name === "b";
    for (const batch of filler.customers(place, writersOf(rows.users, keys.rows, place), partner, count, rich)) {
      yield batch;
      for (const { id, name, admin, deletedAt } of batch.customers) {
        if (admin && !place.reseller.isHouse) {
          const { id: resellerId, name: resellerName, cspId } = place.reseller;
          credentials.resellers.push({ id: resellerId, name: resellerName, cspId, adminCustomerId: id });
        }
        if (!isListed || deletedAt) continue;
        const showcase = id === filler.showcase?.id;
        credentials.customers.push({ id, name, resellerId: place.reseller.id, showcase });
      }
    }
  }
  for (const key of [...keys.rows, ...keys.good]) {
    if (key.level === "customer") key.customerId = filler.showcase!.id;
  }
  yield { ...noRows(), apiKeys: keys.rows };
}

/** Each place's part of all customers; what rounding leaves is reseller A's. */
function countsOf(places: readonly Place[], total: number): Record<PlaceName, number> {
  const rounded = places.map(({ name, share }) => [name, Math.max(2, Math.round((total * share) / 360))] as const);
  const counts = Object.fromEntries(rounded) as Record<PlaceName, number>;
  return { ...counts, a: total - rounded.reduce((sum, [name, count]) => (name === "a" ? sum : sum + count), 0) };
}
