"use client";

import { useSyncExternalStore } from "react";
import { Link } from "./link";
import { seenList } from "./seen-list";

const never = () => () => {};

/** Leads to a list as it was last seen, and to the whole list where it was not. */
export function CrumbLink({ href, label }: { href: string; label: string }) {
  const seen = useSyncExternalStore(
    never,
    () => seenList(href),
    () => href,
  );
  return (
    <Link href={seen} title={label} className="truncate rounded leading-6 hover:text-text hover:underline">
      {label}
    </Link>
  );
}
