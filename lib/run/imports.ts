import { dirname, join } from "node:path";

/** Names of this repository, modules (`lib/core`) or everything under them, and of packages; `node:*` is Node's own. */
interface Room {
  files: RegExp;
  sees: string[] | "all" | "all but db";
  packages: string[] | "all";
  /** May load modules while running, with `import()`. */
  loads?: boolean;
}

const ui = [
  ...["react", "react-dom", "next", "next-auth", "next-themes", "zod", "@tanstack/react-query"],
  ...["react-hook-form", "@hookform/resolvers", "clsx", "cmdk", "lucide-react", "sonner"],
  ...["i18n-iso-countries"],
];
const formats = ["fast-xml-parser", "csv-parse", "csv-stringify", "yaml"];

/** Who may import whom: the first room whose `files` match a path is the one it belongs to. */
const rooms: Record<string, Room> = {
  tests: { files: /\.test\.tsx?$|^(e2e|lib\/testing)\//, sees: "all", packages: "all", loads: true },
  commands: { files: /^(lib\/run|bench)\/|^[^/]+$/, sees: "all", packages: "all", loads: true },
  core: {
    files: /^lib\/core\//,
    sees: ["lib/core"],
    packages: ["decimal.js", "uuid", "i18n-iso-countries", "pino", "zod"],
  },
  contracts: {
    files: /^lib\/api\/((contract|call|send|wire)|.*\.contract)\.ts$/,
    sees: ["lib/core", "contracts"],
    packages: ["zod"],
  },
  api: {
    files: /^lib\/api\//,
    sees: ["lib/core", "lib/auth", "lib/domain", "lib/api"],
    packages: ["zod", "node:*", ...formats],
  },
  auth: {
    files: /^lib\/auth\//,
    sees: ["lib/core", "lib/auth", "lib/domain", "db/doors", "db/credentials"],
    packages: ["next", "next-auth", "react", "jose", "node:*"],
  },
  domain: {
    files: /^lib\/domain\//,
    sees: ["lib/core", "lib/domain", "db/doors"],
    packages: ["decimal.js", "@node-rs/argon2", "node:*", ...formats],
  },
  seed: {
    files: /^db\/seed\//,
    sees: ["lib/core", "lib/domain", "lib/testing/demo", "db"],
    packages: ["drizzle-orm", "@node-rs/argon2", "decimal.js", "uuid", "node:*"],
  },
  client: {
    files: /^db\/client\//,
    sees: ["lib/core", "db"],
    packages: ["drizzle-orm", "better-sqlite3", "postgres", "node:*"],
    loads: true,
  },
  db: {
    files: /^db\//,
    sees: ["lib/core", "db"],
    packages: ["drizzle-orm", "drizzle-kit", "better-sqlite3", "postgres", "decimal.js", "node:*"],
  },
  components: {
    files: /^components\//,
    sees: ["lib/core", "contracts", "components"],
    packages: ui,
    loads: true,
  },
  app: { files: /^app\//, sees: "all but db", packages: ui, loads: true },
};

const IMPORT = /^[ \t]*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?["']([^"']+)["']/gm;
const LOAD = /^(?![ \t]*(?:\/\/|\*|\/\*)).*?\bimport\(\s*["'`]?([^"'`)\n]*)/gm;

/** Every breach in `text`, the source of the file at `path`, as `path:line imports x: rule`. */
export function breaches(path: string, text: string): string[] {
  const found = Object.entries(rooms).find(([, { files }]) => files.test(path));
  if (!found) return [`${path} belongs to no room of lib/run/imports.ts: move it or add a room`];
  const [name, room] = found;
  const at = (match: RegExpMatchArray) =>
    `${path}:${text.slice(0, match.index! + match[0].length).split("\n").length} imports ${match[1]}`;
  const every = [...text.matchAll(IMPORT), ...text.matchAll(LOAD)];
  return [
    ...every.filter((match) => !allowed(room, path, match[1]!)).map((match) => `${at(match)}: ${rule(name, room)}`),
    ...(room.loads ? [] : [...text.matchAll(LOAD)].map((match) => `${at(match)}: ${name} may not use import()`)),
  ];
}

function allowed({ sees, packages }: Room, path: string, specifier: string): boolean {
  const target = inRepository(path, specifier);
  const within = (names: string[], value: string) =>
    names.some((name) => value === name || value.startsWith(`${name}/`));
  if (target === undefined) {
    const wanted = specifier.startsWith("node:") ? "node:*" : specifier;
    return packages === "all" || within(packages, wanted);
  }
  if (sees === "all") return true;
  if (sees === "all but db") return !within(["db"], target);
  return within(sees, target) || (sees.includes("contracts") && rooms.contracts!.files.test(`${target}.ts`));
}

/** The module's path from the root without its ending, or undefined for a package. */
function inRepository(from: string, specifier: string): string | undefined {
  if (specifier === "#kit") return "db/kit";
  const path = specifier.startsWith("@/")
    ? specifier.slice(2)
    : /^\./.test(specifier) && join(dirname(from), specifier);
  return path ? path.replace(/\.tsx?$/, "") : undefined;
}

const rule = (name: string, { sees, packages }: Room) =>
  `${name} sees ${[sees].flat().join(", ")} and the packages ${[packages].flat().join(", ")}`;
