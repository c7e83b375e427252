"use client";

import { useEffect } from "react";
import { Toaster as Sonner, toast as show } from "sonner";
import { takeToasts } from "./toast";

const look = {
  toast: "popup flex w-full items-start gap-2 px-3 py-2.5 text-sm",
  icon: "mt-0.5 shrink-0",
  content: "min-w-0 grow",
  title: "font-medium",
  description: "text-muted",
  success: "[&_[data-icon]]:text-success",
  error: "[&_[data-icon]]:text-danger",
  info: "[&_[data-icon]]:text-accent",
  actionButton:
    "shrink-0 cursor-pointer rounded border border-border-strong px-2 py-0.5 text-xs font-medium hover:bg-hover",
  closeButton:
    "order-last inline-flex size-6 shrink-0 cursor-pointer items-center justify-center rounded text-muted hover:bg-hover hover:text-text",
};

/** `calls` changes whenever there is something in the queue. */
export default function Toaster({ calls }: { calls: number }) {
  useEffect(() => {
    if (calls === 0) return;
    // A failure stays until it is closed: it may hold the only word on what to do.
    for (const { tone, message, ...more } of takeToasts())
      show[tone](message, { ...more, duration: tone === "error" ? Number.POSITIVE_INFINITY : 6_000 });
  }, [calls]);

  return <Sonner position="bottom-right" closeButton toastOptions={{ unstyled: true, classNames: look }} />;
}
