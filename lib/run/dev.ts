import { readEnv } from "../core/env";
import { refuse } from "./refuse";

/** `npm run dev`: the server in front of Next as in production, and Next follows the files. */
try {
  const env = readEnv(process.env);
  process.env.NEXTAUTH_URL = env.publicUrl;
  const { migrate } = await import("../../db/migrate");
  await migrate();
  const { startServer } = await import("./server");
  await startServer(env, { dev: true });
  process.stdout.write(`Reseller Portal on ${env.publicUrl}\n`);
} catch (error) {
  refuse(error);
}
