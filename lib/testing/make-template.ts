import { writeFileSync } from "node:fs";
import { closeDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { seedDemo } from "@/db/seed";

const file = process.env.DEMO_CREDENTIALS;
if (!process.env.DATABASE_URL || !file) throw new Error("Set DATABASE_URL and DEMO_CREDENTIALS (the file to write).");

await migrate();
writeFileSync(file, JSON.stringify(await seedDemo({ customers: 40 })));
// Closing also moves what SQLite's log holds into the one file that is copied.
await closeDatabase();
