"use client";

import { useState } from "react";
import { useWrite } from "@/components/form/use-write";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { ShownOnce } from "@/components/ui/shown-once";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { TimeAgo } from "@/components/ui/values";
import { call, isStale, late } from "@/lib/api/call";

const contracts = late(() => import("@/lib/api/portal/keys.contract"));

const graces = [
  { value: "0", label: "Not at all: it ends now" },
  { value: "1", label: "One hour" },
  { value: "24", label: "One day" },
  { value: "168", label: "One week" },
  { value: "720", label: "30 days" },
];

/** Rotation and revocation of a key that works. */
export function KeyActions({
  id,
  name,
  lastUsed,
  version,
}: {
  id: string;
  name: string;
  lastUsed: string | null;
  version: number;
}) {
  const router = useRouter();
  const [asking, setAsking] = useState<"rotate" | "revoke">();
  const [grace, setGrace] = useState("24");
  const params = { id };
  /** What somebody else made of the key is shown behind the question. */
  const lookAgain = (error: Error) => void (isStale(error) && router.refresh());
  const rotate = useWrite({
    mutationFn: async () =>
      call((await contracts()).rotateKey, { params, body: { grace_hours: Number(grace) }, ifMatch: version }),
    onError: lookAgain,
    onSuccess: () => setAsking(undefined),
  });
  const revoke = useWrite({
    mutationFn: async () => call((await contracts()).revokeKey, { params, ifMatch: version }),
    onError: lookAgain,
    onSuccess: () => {
      setAsking(undefined);
      toast.success(`${name} was revoked`, { description: "Whoever calls with it is refused from now on." });
      router.refresh();
    },
  });
  const made = rotate.saved;
  const close = () => {
    rotate.reset();
    router.refresh();
  };
  return (
    <>
      <Button onClick={() => setAsking("rotate")}>Rotate…</Button>
      <Button variant="danger" onClick={() => setAsking("revoke")}>
        Revoke…
      </Button>
      <ConfirmDialog
        open={asking === "rotate"}
        onClose={() => setAsking(undefined)}
        title={`Rotate ${name}?`}
        confirmLabel="Make the new key"
        danger={grace === "0"}
        onConfirm={async () => void (await rotate.write())}
        error={rotate.error?.message}
      >
        <p>A new key is made, alike in all but the secret.</p>
        <Field label="The old one goes on for" required>
          {(control) => (
            <Select {...control} value={grace} onChange={(event) => setGrace(event.target.value)} options={graces} />
          )}
        </Field>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "revoke"}
        onClose={() => setAsking(undefined)}
        title={`Revoke ${name}?`}
        confirmLabel="Revoke for good"
        onConfirm={async () => void (await revoke.write())}
        error={revoke.error?.message}
      >
        <p>
          It stops working at once and cannot be brought back. Last use: <TimeAgo value={lastUsed} />.
        </p>
      </ConfirmDialog>
      <Dialog
        open={made !== undefined}
        held
        onClose={close}
        title={`The new key of ${name}`}
        footer={
          <>
            <LinkButton href={`/portal/keys/${made?.key.id ?? ""}`}>See the new key</LinkButton>
            <Button variant="primary" onClick={close}>
              Done
            </Button>
          </>
        }
      >
        <ShownOnce label="key" value={made?.secret ?? ""}>
          {made?.previous.expires_at && made.previous.expires_at > new Date() ? (
            <>
              The old one works until <TimeAgo value={made.previous.expires_at} />: give the program this one before.
            </>
          ) : (
            "The old one has stopped working: give the program this one."
          )}
        </ShownOnce>
      </Dialog>
    </>
  );
}
