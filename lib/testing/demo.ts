import { readFileSync } from "node:fs";
import type { DemoCredentials } from "../../db/seed/credentials";

export type { DemoCredentials };

/** The credentials of the database at hand; a journey passes its project's `metadata.credentials`. */
export const demo = (file = process.env.DEMO_CREDENTIALS ?? "data/demo-credentials.json"): DemoCredentials =>
  // Written from the same type by whoever seeded.
  JSON.parse(readFileSync(file, "utf8"));
