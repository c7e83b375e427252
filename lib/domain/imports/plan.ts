import { createHash } from "node:crypto";
import { type Reads, read } from "@/db/doors";
import { isCountry } from "@/lib/core/countries";
import type { Scope } from "@/lib/core/scope";
import { fold, sortKey } from "@/lib/core/text";
import type { Customer, CustomerDetails } from "../customers/customer";

export interface Fault {
  /** A detail's name, or a column's; null for the row as a whole. */
  readonly field: string | null;
  readonly message: string;
}

/** A row of the file, read and checked by itself. */
export interface FileRow {
  readonly line: number;
  /** The customer's id, where the row says one. */
  readonly id: string | undefined;
  /** What the row says of the customer; nothing of what it leaves empty. */
  readonly details: CustomerDetails;
  readonly faults: readonly Fault[];
}

export interface PlannedRow {
  readonly line: number;
  readonly action: "create" | "change" | "skip" | "error";
  readonly name: string;
  readonly customerId: string | null;
  /** The version that the change was planned on. */
  readonly version: number | null;
  /** What is to be written. */
  readonly details: CustomerDetails;
  readonly changes: readonly { field: string; from: string; to: string }[];
  readonly faults: readonly Fault[];
  readonly warning: string | null;
}

/** SQLite binds many, but a plan of thousands need not be one statement. */
const TERMS = 300;
/** Customers of one name, id or external id: beyond these nobody reads on. */
const MOST = 5000;

/** A file of thousands of rows is no reason for others to wait. */
const breath = () => new Promise(setImmediate);
const BREATH = 500;

/** As `map`, some hundred at a time. */
export async function mapped<T, U>(items: readonly T[], map: (item: T) => U): Promise<U[]> {
  const result: U[] = [];
  for (let from = 0; from < items.length; from += BREATH) {
    for (const item of items.slice(from, from + BREATH)) result.push(map(item));
    await breath();
  }
  return result;
}

async function found({ customerList }: Reads, terms: readonly string[]): Promise<Customer[]> {
  const unique = [...new Set(terms)];
  const customers = new Map<string, Customer>();
  for (let from = 0; from < unique.length; from += TERMS) {
    for (const { customer } of await customerList.alike(unique.slice(from, from + TERMS), MOST)) {
      customers.set(customer.id, customer);
    }
    await breath();
  }
  return [...customers.values()];
}

/** What the whole file is compared with. */
interface Known {
  readonly byId: ReadonlyMap<string, Customer>;
  readonly byExternalId: ReadonlyMap<string, readonly Customer[]>;
  /** Ids by name, as lists order it. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

async function knownOf(stores: Reads, rows: readonly FileRow[]): Promise<Known> {
  const keys = rows.flatMap(({ id, details }) => [id, details.externalId].filter((key) => typeof key === "string"));
  const customers = await found(stores, keys.map(fold));
  const named = await found(
    stores,
    rows.flatMap(({ details }) => (details.name ? [sortKey(details.name)] : [])),
  );
  return {
    byId: new Map(customers.map((customer) => [customer.id, customer])),
    byExternalId: groupedBy(customers, ({ externalId }) => externalId || undefined),
    byName: new Map(
      [...groupedBy(named, ({ sortName }) => sortName)].map(([name, all]) => [name, all.map(({ id }) => id)]),
    ),
  };
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const textOf = (value: unknown): string => (value === null || value === undefined ? "" : String(value));

function planned({ line, id, details, faults: given }: FileRow, { byId, byExternalId, byName }: Known): PlannedRow {
  const faults = [...given];
  const candidates = id ? [byId.get(id)] : (byExternalId.get(details.externalId ?? "") ?? []);
  const customer = candidates[0];
  if (id && !customer)
    faults.push({ field: "id", message: "is not the id of a customer here; leave it out to add one" });
  if (candidates.length > 1) {
    faults.push({ field: "externalId", message: `belongs to ${candidates.length} customers; name the id of one` });
  }
  if (!customer && !id && !details.name) faults.push({ field: "name", message: "is required" });
  if (details.country && !isCountry(details.country) && !faults.some(({ field }) => field === "country")) {
    faults.push({ field: "country", message: "is not the code of a country (ISO 3166-1 alpha-2)" });
  }
  const changes = Object.entries(details).flatMap(([field, value]) => {
    // Details are columns of the customer.
    const from = textOf(customer?.[field as keyof Customer]);
    const to = textOf(value);
    return from === to ? [] : [{ field, from, to }];
  });
  const clean = faults.length === 0;
  const action = !clean ? "error" : !customer ? "create" : changes.length > 0 ? "change" : "skip";
  const named = changes.some(({ field }) => field === "name") ? byName.get(sortKey(details.name ?? "")) : undefined;
  const same = named?.some((other) => other !== customer?.id);
  const written = customer ? new Set(changes.map(({ field }) => field)) : undefined;
  return {
    line,
    action,
    name: details.name ?? customer?.name ?? "",
    customerId: customer?.id ?? null,
    version: customer?.version ?? null,
    details: written ? Object.fromEntries(Object.entries(details).filter(([field]) => written.has(field))) : details,
    changes,
    faults,
    warning: same ? "There is a customer of this name already" : null,
  };
}

/** Two new customers of one name may be one and the same: that is for people to say. */
function withLikeness(rows: readonly PlannedRow[]): PlannedRow[] {
  const created = ({ action }: PlannedRow) => action === "create";
  const lines = groupedBy(rows.filter(created), ({ name }) => sortKey(name));
  return rows.map((row) => {
    const other = created(row) && lines.get(sortKey(row.name))?.find(({ line }) => line !== row.line);
    return other && !row.warning ? { ...row, warning: `Line ${other.line} adds a customer of this name too` } : row;
  });
}

/** Two rows must not speak of one customer: the second would be planned on what the first leaves behind. */
function withoutRepeats(rows: readonly PlannedRow[]): PlannedRow[] {
  const first = new Map<string, number>();
  return rows.map((row) => {
    const key = row.customerId ?? (row.details.externalId && `external ${row.details.externalId}`);
    if (!key) return row;
    const line = first.get(key);
    if (line === undefined) first.set(key, row.line);
    const fault = { field: null, message: `is about the same customer as line ${line}` };
    return line === undefined ? row : { ...row, action: "error", faults: [...row.faults, fault] };
  });
}

/** What the rows would do now, one by one. Writes nothing. */
export const planImport = (scope: Scope<"customers:read">, rows: readonly FileRow[]): Promise<PlannedRow[]> =>
  read(scope, async (stores) => {
    const known = await knownOf(stores, rows);
    return withLikeness(withoutRepeats(await mapped(rows, (row) => planned(row, known))));
  });

/** Equal for two plans that do the same to customers in the same state. */
export async function digestOf(rows: readonly PlannedRow[]): Promise<string> {
  const hash = createHash("sha256");
  await mapped(rows, ({ line, action, customerId, version, details }) =>
    hash.update(JSON.stringify([line, action, customerId, version, details])),
  );
  return hash.digest("base64url");
}
