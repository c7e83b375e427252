"use client";

import { Button, buttonClass } from "@/components/ui/button";
import { BarePage } from "./bare-page";

export const referenceOf = (error: unknown) =>
  error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;

/** What a person sees when a page could not be made. The cause stays in the log, under the reference. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = referenceOf(error);
  return (
    <BarePage title="This page could not be shown">
      <p className="text-muted">
        Something went wrong on our side. Nothing that you saved before is lost. Try again; if it happens again,{" "}
        {reference === undefined ? "tell support what you did just before" : "send the reference to support"}.
      </p>
      {reference !== undefined && (
        <p>
          Reference <code className="rounded bg-hover px-1 py-0.5 font-mono text-xs select-all">{reference}</code>
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
        {/* Loads the whole page: what failed may be what goes from page to page. */}
        <a href="/portal" className={buttonClass()}>
          Overview
        </a>
      </div>
    </BarePage>
  );
}
