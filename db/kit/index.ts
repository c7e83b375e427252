import type * as Kit from "#kit";
import { databaseUrl, isPostgres } from "../../lib/core/env";
import * as postgres from "./postgres";
import * as sqlite from "./sqlite";

export const dialect = isPostgres(databaseUrl()) ? "postgres" : "sqlite";

/**
 * The column kit of the database at hand. `#kit` is the one kit or the other by a compiler condition, and the
 * type-checker runs once with each: so the cast is checked for both, and every query is typed as both will run it.
 */
export const kit = (dialect === "postgres" ? postgres : sqlite) as unknown as typeof Kit;

export type Column = Kit.Column;
export type Database = Kit.Database;
