"use client";

import { useCallback, useEffect, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { useRouter } from "@/components/ui/use-router";
import { emptyDetails } from "./details";
import type { CustomerValues } from "./values";

/** Raised when the form's values change their shape: what an older form kept is dropped. */
const VERSION = 1;

interface Draft {
  version: number;
  savedAt: string;
  values: CustomerValues;
}

const keyOf = (owner: string) => `new-customer:${owner}`;

/** A browser may forbid the storage, or have none left: then there is no draft. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function kept(owner: string): Draft | undefined {
  const draft = attempt(() => JSON.parse(localStorage.getItem(keyOf(owner)) ?? "null") as Draft | null);
  return draft?.version === VERSION && Array.isArray(draft.values?.accounts) ? draft : undefined;
}

export interface DraftControl {
  /** When the draft was saved that the form shows. */
  restoredFrom: string | undefined;
  /** Forgets the draft, and the form's values with it. */
  startOver: () => void;
  /** Forgets the draft: what it held is a customer now. */
  clear: () => void;
}

/** Keeps what is filled in on this device, under its `owner`'s name, until it is saved or thrown away. */
export function useDraft(form: UseFormReturn<CustomerValues>, owner: string): DraftControl {
  const [restoredFrom, setRestoredFrom] = useState<string>();
  const { reset, subscribe } = form;
  const router = useRouter();

  useEffect(() => {
    const draft = kept(owner);
    if (draft) {
      reset(draft.values);
      setRestoredFrom(draft.savedAt);
    } else if (new URLSearchParams(location.search).has("step")) {
      // A later step with nothing filled in leads nowhere: such as that of a form that was sent.
      router.replace(location.pathname);
    }
    return subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        const saved: Draft = { version: VERSION, savedAt: new Date().toISOString(), values };
        attempt(() => localStorage.setItem(keyOf(owner), JSON.stringify(saved)));
      },
    });
  }, [owner, reset, subscribe, router]);

  const clear = useCallback(() => void attempt(() => localStorage.removeItem(keyOf(owner))), [owner]);
  const startOver = useCallback(() => {
    reset({ ...emptyDetails, accounts: [] });
    clear();
    setRestoredFrom(undefined);
  }, [reset, clear]);
  return { restoredFrom, startOver, clear };
}
