"use client";

import Check from "lucide-react/icons/check";
import Copy from "lucide-react/icons/copy";
import { cn } from "./cn";
import { useCopy } from "./use-copy";

/** `label` says what is copied ("customer id"). `short` shows only the ends of a long id. */
export function CopyId({ value, label = "id", short = false }: { value: string; label?: string; short?: boolean }) {
  const { text, copy, outcome, said } = useCopy(value);
  const shown = short && !outcome && value.length > 14 ? `${value.slice(0, 6)}…${value.slice(-4)}` : value;
  return (
    <span className="relative inline-flex max-w-full items-center gap-1 align-bottom">
      <code ref={text} title={value} className="min-w-0 truncate font-mono text-xs">
        {outcome === "selected" ? value : shown}
      </code>
      <button
        type="button"
        onClick={copy}
        aria-label={`Copy ${label} ${value}`}
        className="inline-flex size-6 shrink-0 cursor-pointer items-center justify-center rounded text-muted hover:bg-hover hover:text-text"
      >
        {outcome === "copied" ? (
          <Check aria-hidden className="size-3.5 text-success" />
        ) : (
          <Copy aria-hidden className="size-3.5" />
        )}
      </button>
      <span role="status" className={cn("text-xs text-muted", outcome !== "selected" && "sr-only")}>
        {said}
      </span>
    </span>
  );
}
