"use client";

import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type Colours, hardToRead } from "./values";

interface Asked {
  faults: readonly string[];
  answer: (goesOn: boolean) => void;
}

/** Asks before colours are saved in which texts are hard to read. Its dialog stands outside of the form. */
export function useContrastQuestion(): { ask: (of: { colours: Colours }) => Promise<boolean>; dialog: ReactNode } {
  const [asked, setAsked] = useState<Asked>();
  const answer = (goesOn: boolean) => {
    asked?.answer(goesOn);
    setAsked(undefined);
  };
  return {
    ask: async ({ colours }) => {
      const faults = hardToRead(colours);
      return faults.length === 0 || new Promise((resolve) => setAsked({ faults, answer: resolve }));
    },
    dialog: (
      <ConfirmDialog
        open={asked !== undefined}
        onClose={() => answer(false)}
        title="Save a skin that is hard to read?"
        confirmLabel="Save anyway"
        onConfirm={() => answer(true)}
      >
        {asked?.faults.map((fault) => (
          <p key={fault}>{fault}</p>
        ))}
      </ConfirmDialog>
    ),
  };
}
