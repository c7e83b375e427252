import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { freePort } from "../lib/run/free-port";

/** CPU in microseconds since the start, memory in bytes. */
export interface Usage {
  cpu: number;
  rss: number;
}

export interface Server {
  readonly name: string;
  readonly url: string;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts `file` with the environment, waits until `path` answers, and can be asked what it has used. */
export async function startServer(
  name: string,
  file: string,
  args: string[],
  env: Record<string, string>,
): Promise<Server> {
  const port = await freePort();
  const child: ChildProcess = fork(
    file,
    args.map((arg) => arg.replace("PORT", String(port))),
    {
      execArgv: ["--import", "./bench/cpu.mjs", ...(file.endsWith(".ts") ? ["--import", "tsx"] : [])],
      env: { ...process.env, ...env, PORT: String(port), HOST: "127.0.0.1", NODE_ENV: "production", LOG_LEVEL: "info" },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    },
  );
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt++) {
    if (
      await fetch(`${url}/v3/ping`).then(
        (reply) => reply.status === 401,
        () => false,
      )
    )
      break;
    if (attempt > 300 || child.exitCode !== null) throw new Error(`${name} does not answer on ${url}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    name,
    url,
    usage: async () => {
      const answer = once(child, "message");
      child.send("usage");
      return (await answer)[0] as Usage;
    },
    stop: async () => {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}
