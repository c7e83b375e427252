"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { currentHref, type Place } from "./current";

export interface NavLinkGroup {
  label?: string;
  items: readonly (Place & { label: string; icon: ReactNode })[];
}

export function NavLinks({ groups }: { groups: readonly NavLinkGroup[] }) {
  const pathname = usePathname();
  const current = currentHref(
    pathname,
    groups.flatMap(({ items }) => items),
  );
  return groups.map(({ label, items }) => (
    <div key={label ?? "main"} className="flex flex-col gap-1">
      {label !== undefined && <p className="px-2 pt-2 text-xs font-medium text-muted">{label}</p>}
      <ul className="flex flex-col gap-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.href === current ? (pathname === current ? "page" : "true") : undefined}
              // In the drawer the way to the next page also closes it.
              onClick={(event) => {
                const drawer = event.currentTarget.closest<HTMLElement>(":popover-open");
                drawer?.hidePopover();
              }}
              className={cn(
                "flex h-8 items-center gap-2 rounded-md px-2 pointer-coarse:h-11",
                item.href === current ? "bg-hover font-medium text-text" : "text-muted hover:bg-hover hover:text-text",
              )}
            >
              {item.icon}
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ));
}
