"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { currentHref, type Place } from "./current";

/** Tabs in a layout, where only the browser's path says which page is open; that tab is scrolled into sight. */
export function PathTabs({ label, items }: { label: string; items: readonly (Tab & Place)[] }) {
  const current = currentHref(usePathname(), items);
  const around = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which tab is current is read from the page.
  useEffect(() => {
    const tab = around.current?.querySelector<HTMLElement>("[aria-current]");
    const row = tab?.closest("nav");
    if (tab && row) row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  }, [current]);
  return (
    <div ref={around}>
      <Tabs label={label} items={items} current={current} />
    </div>
  );
}
