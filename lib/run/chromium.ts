import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/** The path of a Chromium to test with: CHROMIUM_PATH, Playwright's own, one on PATH, else one that is installed now. */
export async function findChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (executable(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, which is not a program. Correct it or unset it.`);
  }
  const found = installed();
  if (found) return found;
  install();
  const now = installed();
  if (now) return now;
  throw new Error(
    "No Chromium was found and none could be installed. Install one (Debian: apt-get install chromium; elsewhere: " +
      "npx playwright install chromium) or set CHROMIUM_PATH to the program.",
  );
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [chromium.executablePath(), ...candidates].find(executable);
}

/** A failed attempt is no error yet: the next one may work, and the caller looks again in any case. */
function install(): void {
  const debianRoot = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const attempts = [
    ...(debianRoot ? ["apt-get update && apt-get install -y --no-install-recommends chromium"] : []),
    "npx --no-install playwright install chromium",
  ];
  for (const attempt of attempts) {
    console.log(`No Chromium here, so: ${attempt}`);
    try {
      const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
      return void execFileSync("sh", ["-c", attempt], { stdio: ["ignore", "inherit", "inherit"], env });
    } catch {
      console.log("That did not work.");
    }
  }
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
