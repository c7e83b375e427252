"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { usePathname } from "next/navigation";
import { useTheme } from "next-themes";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useSettled } from "@/components/form/use-settled";
import { mayLeave } from "@/components/form/use-unsaved";
import { type CustomerStatus, StatusBadge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { Spinner } from "@/components/ui/loading";
import { useRouter } from "@/components/ui/use-router";
import { Kbd } from "@/components/ui/values";
import { call } from "@/lib/api/call";
import { listCustomers } from "@/lib/api/portal/customers.contract";
import { type Entry, matching, ofThisCustomer } from "./entries";
import type { OpenPalette } from "./palette-button";

const themes = [
  { label: "Theme: as the system", name: "system" },
  { label: "Theme: light", name: "light" },
  { label: "Theme: dark", name: "dark" },
];

/** Finds a customer by anything that it is known by, a page, or an act; by keyboard alone. */
export default function Palette({ pages, actions, findsCustomers, typed, onType, close }: OpenPalette) {
  const input = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const pathname = usePathname();
  const { setTheme } = useTheme();
  const q = useSettled(typed.trim(), 120);

  useEffect(() => input.current?.focus(), []);
  const go = (href: string) => {
    close();
    if (mayLeave()) router.push(href);
  };

  const found = useQuery({
    queryKey: ["customers", "palette", q],
    queryFn: ({ signal }) =>
      call(listCustomers, {
        query: { q, limit: 8, fields: ["name", "status", "reseller", "city", "external_id"] },
        signal,
      }),
    enabled: findsCustomers && q !== "",
    placeholderData: keepPreviousData,
  });
  const customers = typed.trim() === "" ? [] : (found.data?.items ?? []);
  const isWaiting = findsCustomers && typed.trim() !== "" && (q !== typed.trim() || found.isFetching);

  const own = matching(ofThisCustomer(pathname), typed);
  const places = matching(pages, typed);
  const acts = matching(actions, typed);
  const looks = typed.trim() === "" ? [] : matching(themes, typed);
  // Something is always chosen: what was chosen may be gone once the customers that were found have changed.
  const values = [...[...own, ...places, ...acts].map(({ href }) => href), ...looks.map(({ label }) => label)];
  values.push(...customers.map(({ id }) => id));
  const [chosen, setChosen] = useState("");
  const selected = values.includes(chosen) ? chosen : (values[0] ?? "");

  const entries = (heading: string, some: readonly Entry[]) => (
    <Group heading={heading}>
      {some.map(({ label, href }) => (
        <Item key={href} value={href} onSelect={() => go(href)}>
          {label}
        </Item>
      ))}
    </Group>
  );

  return (
    <Command shouldFilter={false} loop label="Palette" value={selected} onValueChange={setChosen}>
      <div className="flex items-center gap-2 border-b px-3">
        <Command.Input
          ref={input}
          value={typed}
          onValueChange={onType}
          maxLength={200}
          placeholder={findsCustomers ? "Name, id, e-mail, domain, page…" : "Page…"}
          className="h-11 min-w-0 grow bg-transparent outline-none placeholder:text-muted pointer-coarse:text-base"
        />
        {isWaiting && <Spinner />}
        <Kbd>Esc</Kbd>
      </div>
      <Command.List label="What was found" className="max-h-[min(24rem,60dvh)] overflow-y-auto p-1">
        {/* Customers come later than the rest, and below it: what is chosen already stays where it is. */}
        {entries("This customer", own)}
        {entries("Go to", places)}
        {entries("Do", acts)}
        <Group heading="Look">
          {looks.map(({ label, name }) => (
            <Item
              key={name}
              value={label}
              onSelect={() => {
                setTheme(name);
                close();
              }}
            >
              {label}
            </Item>
          ))}
        </Group>
        {findsCustomers && customers.length > 0 && (
          <Group heading="Customers">
            {customers.map(({ id, name, status, reseller, city, external_id }) => (
              <Item key={id} value={id} onSelect={() => go(`/portal/customers/${id}`)}>
                <span className="min-w-0 grow">
                  <span className="block truncate">{name}</span>
                  <span className="block truncate text-xs text-muted">
                    {[reseller?.name, city, external_id].filter(Boolean).join(" · ")}
                  </span>
                </span>
                {status && <StatusBadge status={status satisfies CustomerStatus} />}
              </Item>
            ))}
          </Group>
        )}
        {found.error && !isWaiting && (
          <p role="alert" className="px-3 py-2 text-danger">
            Customers could not be searched: {found.error.message}
          </p>
        )}
        {!isWaiting && (
          <Command.Empty className="px-3 py-6 text-center text-muted">
            Nothing begins like that. Each word must begin a name, an id, an e-mail address, a domain or a page.
          </Command.Empty>
        )}
      </Command.List>
      {findsCustomers && (found.data?.total ?? 0) > customers.length && customers.length > 0 && (
        <Link
          href={`/portal/customers?q=${encodeURIComponent(q)}`}
          onClick={close}
          className="block border-t px-3 py-2 text-xs text-muted hover:bg-hover hover:text-text"
        >
          All that were found: {found.data?.total} customers
        </Link>
      )}
    </Command>
  );
}

/** Without items it is not there: its heading would say nothing. */
const Group = ({ heading, children }: { heading: string; children: ReactNode }) =>
  [children].flat().filter(Boolean).length === 0 ? null : (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );

const Item = ({ value, onSelect, children }: { value: string; onSelect: () => void; children: ReactNode }) => (
  <Command.Item
    value={value}
    onSelect={onSelect}
    className="flex min-h-9 cursor-pointer items-center gap-2 rounded px-2 py-1 data-[selected=true]:bg-hover"
  >
    {children}
  </Command.Item>
);
