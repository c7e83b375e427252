"use client";

import { useState } from "react";
import { useWrite } from "@/components/form/use-write";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { ShownOnce } from "@/components/ui/shown-once";
import { useRouter } from "@/components/ui/use-router";
import { call, late } from "@/lib/api/call";
import type { User } from "@/lib/api/portal/users.contract";

const contracts = late(() => import("@/lib/api/portal/users.contract"));

/** A new password for somebody who is locked out, shown this once. */
export function ResetPassword({ id, name, email, version }: Pick<User, "id" | "name" | "email" | "version">) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const reset = useWrite({
    mutationFn: async () => call((await contracts()).resetPassword, { params: { id }, body: {}, ifMatch: version }),
    onSuccess: () => setAsking(false),
    // What the page shows is older now, whether this or somebody else has changed it.
    onSettled: () => router.refresh(),
  });
  const password = reset.saved?.password;
  return (
    <>
      <Button onClick={() => setAsking(true)}>Reset password…</Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Give ${name} a new password?`}
        confirmLabel="Reset password"
        onConfirm={async () => void (await reset.write())}
        error={reset.error?.message}
      >
        <p>The password of {email} stops working, and every session of theirs is over at once.</p>
      </ConfirmDialog>
      <Dialog
        open={typeof password === "string"}
        held
        onClose={() => reset.reset()}
        title={`New password of ${name}`}
        footer={
          <Button variant="primary" onClick={() => reset.reset()}>
            Done
          </Button>
        }
      >
        <ShownOnce label="password" value={password ?? ""}>
          Hand it over on a safe way; whoever has it can choose another one.
        </ShownOnce>
      </Dialog>
    </>
  );
}
