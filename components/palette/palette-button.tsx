"use client";

import Search from "lucide-react/icons/search";
import { type ComponentType, useEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { GoingOnField } from "@/components/ui/link";
import { Spinner } from "@/components/ui/loading";
import { toast } from "@/components/ui/toast";
import { Kbd } from "@/components/ui/values";
import type { Entry } from "./entries";

const load = () => import("./palette");

/** What whoever looks may see. */
export type Finds = Readonly<Record<"customers" | "resellers" | "users" | "keys", boolean>>;

export interface PaletteProps {
  pages: readonly Entry[];
  actions: readonly Entry[];
  finds: Finds;
  /** For whom this page can be looked at instead: one reseller alone, or all where `id` is undefined. */
  tenants: readonly { label: string; id: string | undefined }[];
  signOut: () => Promise<void>;
}

/** Opens the palette, as Ctrl-K and ⌘K do; until its script is there it leads to the list of customers. */
export function PaletteButton(props: PaletteProps) {
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      // Another dialog asks something that wants its answer first.
      if (document.querySelector("dialog:modal")) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <>
      <form
        action="/portal/customers"
        onSubmit={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
      >
        <GoingOnField />
        <button
          type="submit"
          aria-haspopup="dialog"
          aria-keyshortcuts="Control+K Meta+K"
          onPointerEnter={load}
          onFocus={load}
          className={buttonClass("secondary", "md", "max-sm:border-transparent!")}
        >
          <Search aria-hidden className="size-4" />
          <span className="max-sm:sr-only">Find</span>
          <span aria-hidden className="max-sm:hidden">
            <Kbd>Ctrl K</Kbd>
          </span>
        </button>
      </form>
      {open && <PaletteDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** What the palette's own script gets: the dialog around it, and what was typed so far. */
export interface OpenPalette extends PaletteProps {
  typed: string;
  onType: (text: string) => void;
  close: () => void;
}

/** Takes keys from the first moment on; what finds things comes a moment later. */
function PaletteDialog({ onClose, ...props }: PaletteProps & { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [Palette, setPalette] = useState<ComponentType<OpenPalette>>();
  // Closing the element gives the focus back to where it was; the owner hears of it by `onClose`.
  const close = () => dialog.current?.close();

  useEffect(() => {
    dialog.current?.showModal();
    input.current?.focus();
    load().then(
      (module) => setPalette(() => module.default),
      () => {
        dialog.current?.close();
        toast.error("The palette could not be loaded", { description: "Check the connection and try again." });
      },
    );
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-label="Find a customer, a page or an action"
      onClose={onClose}
      closedby="any"
      className="popup mx-auto mt-[12vh] mb-auto w-144 p-0"
    >
      {Palette ? (
        <Palette {...props} typed={typed} onType={setTyped} close={close} />
      ) : (
        <div className="flex items-center gap-2 px-3">
          <input
            ref={input}
            aria-label="Find"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className="h-11 min-w-0 grow bg-transparent outline-none pointer-coarse:text-base"
          />
          <Spinner />
        </div>
      )}
    </dialog>
  );
}
