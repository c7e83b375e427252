import { eq, type SQL, sql } from "drizzle-orm";
import type { Column } from "../kit";

/** The row as the caller has seen it; any version where none is named. */
export const atVersion = (t: { version: Column }, version: number | undefined): SQL | undefined =>
  version === undefined ? undefined : eq(t.version, version);

/** What every change sets. Drizzle takes an expression where the column's type asks for a number. */
export const raised = (t: { version: Column }) => ({ version: sql`${t.version} + 1` as never });
