import { grant } from "../core/scope";
import { startJob } from "../domain/jobs/run";
import { resellerPrincipal } from "./world";

/** A server that is killed right after it answered a call with `wait: false`, named by the first argument. */
const scope = grant(resellerPrincipal(), "customers:write");
await startJob(scope, "customer.create", { name: process.argv[2] ?? "" }, { wait: false }, new Date());
process.kill(process.pid, "SIGKILL");
