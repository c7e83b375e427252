import { readFileSync } from "node:fs";
import { join } from "node:path";
import { client } from "./client";
import { dialect } from "./kit";

const folder = join(process.cwd(), "db", "migrations", dialect);

const known = (): number =>
  (JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8")) as { entries: unknown[] }).entries.length;

/** Brings the database at `DATABASE_URL` up to this version's schema. Several app servers may call it at once. */
export const migrate = (): Promise<void> => client().migrate(folder);

/** Reachable, and the schema is this version's? Throws when the database cannot be reached. */
export const isCurrent = async (): Promise<boolean> => (await client().applied()) >= known();
