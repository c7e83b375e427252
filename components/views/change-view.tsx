"use client";

import { useState } from "react";
import { useGuarded } from "@/components/form/use-guarded";
import { ValueConflict } from "@/components/form/value-conflict";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Dialog } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { call } from "@/lib/api/call";
import { changeView, type View as Saved, showView } from "@/lib/api/portal/views.contract";
import { ViewFields } from "./view-fields";

type Change = Pick<Saved, "name" | "shared" | "query">;

const inWords = ({ name, shared, query }: Change) =>
  `${name}, ${shared ? "shared" : "not shared"}, showing ${query || "everything"}`;

/** Renames a view, shares it or not, and lets it show what is seen now. */
export function ChangeView({
  view,
  query,
  isTaken,
  onSaved,
  onClose,
}: {
  view: Saved;
  /** What is seen now. */
  query: string;
  /** Whether another view of one's own has the name. */
  isTaken: (name: string) => boolean;
  onSaved: (saved: Saved) => Promise<void>;
  onClose: () => void;
}) {
  const params = { id: view.id };
  const [name, setName] = useState(view.name);
  const [shared, setShared] = useState(view.shared);
  const [replaces, setReplaces] = useState(false);
  const guarded = useGuarded<Saved, Change>({
    save: (body, ifMatch) => call(changeView, { params, body, ifMatch }),
    load: () => call(showView, { params }),
    versionOf: ({ version }) => version,
    onSaved,
  });
  const { conflict } = guarded;
  const taken = isTaken(name);
  return (
    <>
      <Dialog
        open={!conflict}
        onClose={() => !conflict && onClose()}
        title={`Change the view ${view.name}`}
        size="sm"
        busy={guarded.pending}
      >
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            const asked = { name: name.trim(), shared, query: replaces ? query : view.query };
            if (asked.name && !taken) void guarded.write(asked, view.version);
          }}
        >
          {guarded.fault && (
            <Alert tone="danger" title="The view was not saved" live>
              {guarded.fault}
            </Alert>
          )}
          <ViewFields
            label="Name"
            error={taken ? "You have another view of this name." : undefined}
            name={name}
            shared={shared}
            onName={setName}
            onShared={setShared}
          />
          {query === view.query ? (
            <p className="text-muted">It shows what is seen now.</p>
          ) : (
            <Checkbox
              label="Save what is seen now in this view"
              checked={replaces}
              onChange={(event) => setReplaces(event.target.checked)}
            />
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={onClose} disabled={guarded.pending}>
              Cancel
            </Button>
            <SubmitButton pending={guarded.pending}>Save</SubmitButton>
          </div>
        </form>
      </Dialog>
      {conflict && (
        <ValueConflict
          what="this view"
          theirs={inWords(conflict.theirs)}
          mine={inWords(conflict.mine)}
          pending={guarded.pending}
          onMine={conflict.keepMine}
          onTheirs={onClose}
        />
      )}
    </>
  );
}
