"use client";

import X from "lucide-react/icons/x";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button";
import { cn } from "./cn";

const widths = { sm: "w-96", md: "w-128", lg: "w-192" };

const always = () => true;

/**
 * A modal; its content is mounted afresh each time it opens. While `busy` it does not close; where it is `held`, for what
 * is shown this once, only a button of its footer closes it.
 * Escape and the close button call `onClose` unless `mayClose` says no; the owner sets `open`.
 */
export function Dialog({
  open,
  onClose,
  title,
  description,
  footer,
  size = "md",
  busy = false,
  held = false,
  mayClose = always,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  footer?: ReactNode;
  size?: keyof typeof widths;
  busy?: boolean;
  held?: boolean;
  mayClose?: () => boolean;
  children?: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  const stays = busy || held;

  useEffect(() => {
    if (open) element.current?.showModal();
    else element.current?.close();
  }, [open]);

  return (
    <dialog
      ref={element}
      aria-labelledby={`${id}-title`}
      aria-describedby={description === undefined ? undefined : `${id}-description`}
      onCancel={(event) => stays && event.preventDefault()}
      // A browser lets a second Escape through, whatever becomes of the first one's cancel event.
      onKeyDown={(event) => event.key === "Escape" && (stays || !mayClose()) && event.preventDefault()}
      onClose={onClose}
      className={cn("popup relative m-auto p-0 open:flex open:flex-col", widths[size])}
    >
      {open && (
        <>
          <header className="pt-4 pr-12 pl-5">
            <h2 id={`${id}-title`} className="text-base font-semibold wrap-anywhere">
              {title}
            </h2>
            {description !== undefined && (
              <div id={`${id}-description`} className="mt-1 text-muted">
                {description}
              </div>
            )}
          </header>
          <div className="min-h-0 overflow-y-auto px-5 py-4">{children}</div>
          {footer !== undefined && (
            <footer className="flex flex-wrap justify-end gap-2 border-t bg-sunken px-5 py-3">{footer}</footer>
          )}
          {/* Last in the order, so that the first field or Cancel gets the focus. */}
          {!held && (
            <Button
              variant="ghost"
              size="icon"
              aria-label="Close"
              disabled={busy}
              onClick={() => mayClose() && onClose()}
              className="absolute top-2.5 right-2.5"
              icon={<X aria-hidden className="size-4" />}
            />
          )}
        </>
      )}
    </dialog>
  );
}
