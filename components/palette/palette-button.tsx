"use client";

import Search from "lucide-react/icons/search";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { Kbd } from "@/components/ui/values";
import type { Entry } from "./entries";

const load = () => import("./palette");
const Palette = dynamic(load, { ssr: false });

export interface PaletteProps {
  /** Tells what was found for one tenant from what was found for another. */
  tenant: string;
  pages: readonly Entry[];
  actions: readonly Entry[];
  findsCustomers: boolean;
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
      {open && <Palette {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
