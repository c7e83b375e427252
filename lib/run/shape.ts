import { basename, dirname } from "node:path";

const MOST_LINES = 400;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What is wrong with a file's name or length. Folders of `app` are addresses and spelled as the vendors spell them. */
export function misshapen(path: string, text: string): string[] {
  const faults: string[] = [];
  const stem = basename(path).replace(/(\.[a-z]+)+$/, "");
  const folders = path.startsWith("app/") || dirname(path) === "." ? [] : dirname(path).split("/");
  const odd = [...folders, stem].filter((part) => !KEBAB.test(part));
  if (odd.length > 0) faults.push(`${path}: ${odd.join(", ")} is not in kebab-case`);
  const lines = text.split("\n").length - 1;
  if (lines > MOST_LINES && !/\.test\.tsx?$|^e2e\//.test(path)) {
    faults.push(`${path} has ${lines} lines, more than ${MOST_LINES}: split it by what its parts are for`);
  }
  return faults;
}
