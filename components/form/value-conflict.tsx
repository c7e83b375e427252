"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Dialog } from "@/components/ui/dialog";

/** Somebody else was faster: both versions, and which of them shall hold. */
export function ValueConflict({
  what,
  theirs,
  mine,
  pending,
  onMine,
  onTheirs,
}: {
  /** As in "Someone else changed the concurrency limit". */
  what: string;
  theirs: ReactNode;
  mine: ReactNode;
  pending: boolean;
  onMine: () => void;
  onTheirs: () => void;
}) {
  return (
    <Dialog
      open
      busy={pending}
      onClose={onTheirs}
      title={`Someone else changed ${what}`}
      description="It was saved while you were looking at an older version. Nothing of yours is saved yet."
      footer={
        <>
          <Button onClick={onTheirs} disabled={pending}>
            Keep theirs
          </Button>
          <Button variant="primary" onClick={onMine} pending={pending}>
            Save mine over it
          </Button>
        </>
      }
    >
      <DescriptionList
        items={[
          { term: "Theirs, saved", value: theirs },
          { term: "Yours, not saved", value: mine },
        ]}
      />
    </Dialog>
  );
}
