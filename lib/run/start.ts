import { readEnv } from "../core/env";
import { refuse } from "./refuse";

/** `npm start`: production. The environment is read once, before anything that depends on it is loaded. */
try {
  const env = readEnv(process.env);
  process.env.NEXTAUTH_URL = env.publicUrl;
  const { runService } = await import("./service");
  await runService(env, () => {
    process.stdout.write(`Reseller Portal on ${env.publicUrl}\n`);
  });
} catch (error) {
  refuse(error);
}
