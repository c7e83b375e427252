"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

type Outcome = "copied" | "selected";

const said: Record<Outcome, string> = {
  copied: "Copied",
  selected: "Selected: press Ctrl+C to copy",
};

/** Copies `value`, and tells for a moment how it went. `text` is the element that shows it. */
export function useCopy(value: string): {
  text: RefObject<HTMLElement | null>;
  copy: () => Promise<void>;
  outcome: Outcome | undefined;
  said: string | undefined;
} {
  const [outcome, setOutcome] = useState<Outcome>();
  const text = useRef<HTMLElement>(null);

  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), 2_500);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome("copied");
    } catch {
      // Browsers keep the clipboard from pages without TLS: the reader can still press the keys.
      if (text.current) getSelection()?.selectAllChildren(text.current);
      setOutcome("selected");
    }
  };
  return { text, copy, outcome, said: outcome && said[outcome] };
}
