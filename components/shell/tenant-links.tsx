"use client";

import Check from "lucide-react/icons/check";
import { usePathname, useSearchParams } from "next/navigation";
import { switched } from "@/lib/core/address";

/** This page for each of them. Whole pages are loaded: with the reseller all around changes, too. */
export function TenantLinks({
  chosen,
  choices,
}: {
  chosen: string | undefined;
  choices: readonly { id: string; name: string }[];
}) {
  const here = `${usePathname()}?${useSearchParams()}`;
  return (
    <ul className="flex flex-col">
      {[{ id: undefined, name: "All resellers" }, ...choices].map(({ id, name }) => (
        <li key={id ?? "all"}>
          <a
            href={switched(here, id)}
            aria-current={id === chosen ? "true" : undefined}
            className="flex min-h-8 items-center gap-2 rounded px-2 hover:bg-hover pointer-coarse:min-h-10"
          >
            <span className="min-w-0 grow truncate">{name}</span>
            {id === chosen && <Check aria-hidden className="size-4 shrink-0" />}
          </a>
        </li>
      ))}
    </ul>
  );
}
