import { writeFileSync } from "node:fs";
import { closeDatabase } from "../db/client";
import { migrate } from "../db/migrate";
import { seedDemo } from "../db/seed";

/** Makes the data of a bench in the database at DATABASE_URL, in a process of its own: `seed.ts CREDENTIALS COUNT`. */
const [file = "", count = "1000"] = process.argv.slice(2);
await migrate();
writeFileSync(file, JSON.stringify(await seedDemo({ customers: Number(count) })));
await closeDatabase();
