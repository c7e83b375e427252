import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

const running = new Set<ChildProcess>();

process.on("exit", () => {
  for (const child of running) child.kill("SIGTERM");
});

/** Ends by way of `exit` when told to stop, so that whatever was started is stopped too. */
export function exitOnSignals(): void {
  for (const [signal, code] of [
    ["SIGHUP", 129],
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
}

/** A program of node_modules/.bin, or `node` or `npm`. */
export function start(
  command: string[],
  env: Record<string, string>,
  output: "inherit" | "pipe" | number,
): ChildProcess {
  const [program = "", ...args] = command;
  const own: Record<string, string> = { node: process.execPath, npm: "npm" };
  const path = own[program] ?? join("node_modules", ".bin", program);
  const child = spawn(path, args, { env: { ...process.env, ...env }, stdio: ["ignore", output, output] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

/** Runs a program to its end. `output` is empty where it was shown while it ran. */
export function run(
  command: string[],
  show: boolean,
  env: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  const child = start(command, env, show ? "inherit" : "pipe");
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Asks the process to end, and ends it after `patience` milliseconds. */
export async function stop(child: ChildProcess, patience = 20_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const impatient = setTimeout(() => child.kill("SIGKILL"), patience);
  await gone;
  clearTimeout(impatient);
}
