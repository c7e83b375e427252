import { closeDatabase } from "@/db/client";
import { checkCredentials } from "../auth/basic";

/** Another app server, at which somebody guesses the password of an address: arguments are both, and how often. */
const [email = "", ip = "", times = "0"] = process.argv.slice(2);
for (let n = 0; n < Number(times); n++) await checkCredentials(email, `guess ${n}`, ip);
await closeDatabase();
