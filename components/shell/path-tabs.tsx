"use client";

import { usePathname } from "next/navigation";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { currentHref, type Place } from "./current";

/** Tabs in a layout, where only the browser's path says which page is open. */
export const PathTabs = ({ label, items }: { label: string; items: readonly (Tab & Place)[] }) => (
  <Tabs label={label} items={items} current={currentHref(usePathname(), items)} />
);
