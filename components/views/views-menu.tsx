"use client";

import Bookmark from "lucide-react/icons/bookmark";
import dynamic from "next/dynamic";
import { useId, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { Loading } from "@/components/ui/loading";
import type { ListWithViews } from "./saved-views";

const SavedViews = dynamic(() => import("./saved-views"), { ssr: false, loading: () => <Loading /> });

/** What is in it is fetched when it is first opened. */
export function ViewsMenu(list: ListWithViews) {
  const id = useId();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button type="button" popoverTarget={id} className={buttonClass("secondary")}>
        <Bookmark aria-hidden className="size-4" />
        Views
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no box of links and forms. */}
      <div
        id={id}
        popover="auto"
        role="group"
        aria-label="Saved views"
        data-align="end"
        className="popup w-72 p-1"
        onToggle={(event) => event.newState === "open" && setOpened(true)}
      >
        {opened && <SavedViews {...list} />}
        <noscript>
          <p className="px-2 py-1 text-muted">Saved views need scripts. A bookmark of this page keeps the view, too.</p>
        </noscript>
      </div>
    </>
  );
}
