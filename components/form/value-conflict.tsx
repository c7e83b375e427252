"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Dialog } from "@/components/ui/dialog";
import { useRouter } from "@/components/ui/use-router";
import type { useGuarded } from "./use-guarded";

/** Somebody else was faster: both versions, and which of them shall hold. */
export function ValueConflict({
  what,
  theirs,
  mine,
  confirm = "Save mine over it",
  pending,
  onMine,
  onTheirs,
}: {
  /** As in "Someone else changed the concurrency limit". */
  what: string;
  theirs: ReactNode;
  mine: ReactNode;
  /** The verb of the button that goes on with what was asked for. */
  confirm?: string;
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
            {confirm}
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

/** The same for a change that leaves all else as it is, so that it can be made all the same. */
export function ChangeConflict<T, V>({
  of: { conflict, pending },
  what,
  theirs,
  mine,
  onTheirs,
}: {
  of: Pick<ReturnType<typeof useGuarded<T, V>>, "conflict" | "pending">;
  what: string;
  theirs: (saved: T) => ReactNode;
  mine: (value: V) => ReactNode;
  onTheirs?: () => void;
}) {
  const router = useRouter();
  if (!conflict) return null;
  return (
    <ValueConflict
      what={what}
      theirs={theirs(conflict.theirs)}
      mine={mine(conflict.mine)}
      confirm="Do it all the same"
      pending={pending}
      onMine={conflict.keepMine}
      onTheirs={() => {
        onTheirs?.();
        conflict.keepTheirs();
        router.refresh();
      }}
    />
  );
}

export const namesOf = (items: readonly { name: string }[]): string =>
  items.map(({ name }) => name).join(", ") || "None";
