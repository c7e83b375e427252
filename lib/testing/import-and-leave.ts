import { grant } from "../core/scope";
import { startImport } from "../domain/imports/run";
import { leaveJobs, settleJobs } from "../domain/jobs/run";
import { resellerPrincipal } from "./world";

/** A server that is told to stop while it runs an import of customers in the town that the first argument names. */
const scope = grant(resellerPrincipal(), "customers:read", "customers:write");
const city = process.argv[2] ?? "";
const rows = Array.from({ length: 200 }, (_, line) => ({
  line,
  id: undefined,
  details: { name: `Left ${line}`, city },
  faults: [],
}));
const { job } = await startImport(scope, rows, {}, new Date());
setImmediate(() => setTimeout(leaveJobs, 1));
await settleJobs();
process.stdout.write(job.id);
process.exit(0);
