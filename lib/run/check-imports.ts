import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { breaches } from "./imports";
import { misshapen } from "./shape";

const skipped = new Set(["node_modules", "data", "coverage", "public"]);

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder || ".", { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith(".") && !skipped.has(path)) yield* sources(path);
    } else if (/\.tsx?$/.test(path) && path !== "next-env.d.ts") yield path;
  }
}

const paths = [...sources("")];
const faults = paths.flatMap((path) => {
  const text = readFileSync(path, "utf8");
  return [...breaches(path, text), ...misshapen(path, text)];
});
for (const fault of faults) console.error(fault);
console.log(`${paths.length} files, ${faults.length} breaches of who may import whom and of the files' shape`);
if (faults.length > 0) process.exitCode = 1;
