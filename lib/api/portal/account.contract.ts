import { z } from "zod";
import { contract } from "../contract";
import { cookie } from "./pieces.contract";
import { password } from "./users.contract";

/** What people do about themselves. */

export const changeOwnPassword = contract({
  id: "changeOwnPassword",
  method: "POST",
  path: "/api/v1/account/password",
  tag: "Account",
  summary: "Choose another password",
  description:
    "Every other session is over; this one goes on with the cookie of the reply. A wrong current password counts as a failed sign-in: after some, the next has to wait.",
  // Whoever is signed in may: there is no permission that a role could lack.
  needs: [] as readonly never[],
  person: true,
  body: z.strictObject({ current: z.string().min(1, "is required"), password: password() }),
  status: 204,
  headers: cookie,
  problems: ["request.invalid", "request.too_many", "resource.conflict"],
  examples: [{ body: { current: "the one until now", password: "a long passphrase" } }],
});
