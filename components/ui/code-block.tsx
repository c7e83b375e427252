"use client";

import Check from "lucide-react/icons/check";
import Copy from "lucide-react/icons/copy";
import { Button } from "./button";
import { useCopy } from "./use-copy";

/** Text to copy whole: a command, a secret, JSON. `label` says what it is ("curl command"). */
export function CodeBlock({ value, label }: { value: string; label: string }) {
  const { text, copy, outcome, said } = useCopy(value);
  const Icon = outcome === "copied" ? Check : Copy;
  return (
    <div className="rounded-md border bg-sunken">
      <div className="flex items-start">
        <section
          aria-label={label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
          tabIndex={0}
          className="max-h-96 min-w-0 grow overflow-auto rounded-md p-3"
        >
          <pre className="font-mono text-xs">
            <code ref={text}>{value}</code>
          </pre>
        </section>
        <Button
          size="sm"
          onClick={copy}
          aria-label={`Copy ${label}`}
          icon={<Icon aria-hidden className="size-3.5" />}
          className="m-2 ml-0"
        >
          Copy
        </Button>
      </div>
      <p role="status" className={outcome === "selected" ? "px-3 pb-2 text-xs text-muted" : "sr-only"}>
        {said}
      </p>
    </div>
  );
}
