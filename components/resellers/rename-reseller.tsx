"use client";

import { useState } from "react";
import { useGuarded } from "@/components/form/use-guarded";
import { ValueConflict } from "@/components/form/value-conflict";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { useRouter } from "@/components/ui/use-router";
import { call, late } from "@/lib/api/call";

const contracts = late(() => import("@/lib/api/portal/resellers.contract"));

interface Named {
  name: string;
  version: number;
}

/** Another name in lists and in the switcher; its company stays as it is. */
export function RenameReseller({ id, name, version }: { id: string } & Named) {
  const router = useRouter();
  const [typed, setTyped] = useState<string>();
  const params = { id };
  const guarded = useGuarded<Named, string>({
    save: async (to, ifMatch) => call((await contracts()).renameReseller, { params, body: { name: to }, ifMatch }),
    load: async () => call((await contracts()).showReseller, { params }),
    versionOf: (saved) => saved.version,
    onSaved: (saved) => {
      setTyped(undefined);
      toast.success(`The reseller is now called ${saved.name}`);
      router.refresh();
    },
  });
  const { conflict } = guarded;
  return (
    <>
      <Button onClick={() => setTyped(name)}>Rename…</Button>
      <Dialog
        open={typed !== undefined && !conflict}
        onClose={() => setTyped(undefined)}
        title={`Rename ${name}`}
        size="sm"
        busy={guarded.pending}
      >
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (typed !== undefined) void guarded.write(typed, version);
          }}
          className="flex flex-col gap-3"
        >
          {guarded.fault && (
            <Alert tone="danger" live>
              {guarded.fault}
            </Alert>
          )}
          <Field label="Name" required hint="The company of its own account keeps its name.">
            {(control) => (
              <Input
                {...control}
                value={typed ?? ""}
                autoComplete="off"
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setTyped(undefined)} disabled={guarded.pending}>
              Cancel
            </Button>
            <SubmitButton pending={guarded.pending}>Rename</SubmitButton>
          </div>
        </form>
      </Dialog>
      {conflict && (
        <ValueConflict
          what="this reseller"
          theirs={conflict.theirs.name}
          mine={conflict.mine}
          pending={guarded.pending}
          onMine={conflict.keepMine}
          onTheirs={() => {
            setTyped(undefined);
            conflict.keepTheirs();
            router.refresh();
          }}
        />
      )}
    </>
  );
}
