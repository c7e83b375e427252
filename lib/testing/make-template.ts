import { writeFileSync } from "node:fs";
import { closeDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { seedDemo } from "@/db/seed";

const { DATABASE_URL, DEMO_CREDENTIALS } = process.env;
if (!DATABASE_URL || !DEMO_CREDENTIALS) throw new Error("Set DATABASE_URL and DEMO_CREDENTIALS (the file to write).");

await migrate();
writeFileSync(DEMO_CREDENTIALS, JSON.stringify(await seedDemo(DATABASE_URL, { customers: 40 })));
// Closing also moves what SQLite's log holds into the one file that is copied.
await closeDatabase();
