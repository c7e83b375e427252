"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { usePathname } from "next/navigation";
import { useTheme } from "next-themes";
import { type ReactNode, startTransition, useEffect, useRef, useState } from "react";
import { useSettled } from "@/components/form/use-settled";
import { mayLeave } from "@/components/form/use-unsaved";
import { type CustomerStatus, StatusBadge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { Spinner } from "@/components/ui/loading";
import { useRouter } from "@/components/ui/use-router";
import { Kbd } from "@/components/ui/values";
import { call } from "@/lib/api/call";
import { listCustomers } from "@/lib/api/portal/customers.contract";
import { switched } from "@/lib/core/address";
import { type Entry, matching, ofThisCustomer } from "./entries";
import type { OpenPalette } from "./palette-button";
import { useStaff } from "./use-staff";

const themes = [
  { label: "Theme: as the system", name: "system" },
  { label: "Theme: light", name: "light" },
  { label: "Theme: dark", name: "dark" },
];

/** Something that is done at once: under its own value, since its label may be another's, too. */
interface Act {
  label: string;
  value: string;
  act: () => void;
}

/** Finds a customer by anything that it is known by, people, keys, a page, or an act; by keyboard alone. */
export default function Palette({ pages, actions, finds, tenants, signOut, typed, onType, close }: OpenPalette) {
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
  const out = { label: "Sign out", value: "out", act: () => mayLeave() && startTransition(signOut) };
  const lookAt = tenants.map(({ label, id }) => ({
    label,
    value: `look at ${id}`,
    act: () => location.assign(switched(`${location.pathname}${location.search}`, id)),
  }));
  const look = themes.map(({ label, name }) => ({ label, value: label, act: () => setTheme(name) }));

  const found = useQuery({
    queryKey: ["customers", "palette", q],
    queryFn: ({ signal }) =>
      call(listCustomers, {
        query: { q, limit: 8, fields: ["name", "status", "reseller", "city", "external_id"] },
        signal,
      }),
    enabled: finds.customers && q !== "",
    placeholderData: keepPreviousData,
  });
  const customers = typed.trim() === "" ? [] : (found.data?.items ?? []);
  const staff = useStaff(finds, typed);
  const isSearching = finds.customers && typed.trim() !== "" && (q !== typed.trim() || found.isFetching);
  const isWaiting = isSearching || staff.isWaiting;
  const error = (!isSearching && found.error) || staff.error;

  const own = matching(ofThisCustomer(pathname), typed);
  const places = matching(pages, typed);
  const acts = matching(actions, typed);
  const leaving = matching([out], typed);
  const others = typed.trim() === "" ? [] : matching(lookAt, typed);
  const looks = typed.trim() === "" ? [] : matching(look, typed);
  // Something is always chosen: what was chosen may be gone once the customers that were found have changed.
  const values = [
    ...[...own, ...places, ...acts].map(({ href }) => href),
    ...[...leaving, ...others, ...looks].map(({ value }) => value),
    ...staff.groups.flatMap(({ entries }) => entries.map(({ href }) => href)),
    ...customers.map(({ id }) => id),
  ];
  const [chosen, setChosen] = useState("");
  const selected = values.includes(chosen) ? chosen : (values[0] ?? "");

  const items = (some: readonly Entry[]) =>
    some.map(({ label, href, more }) => (
      <Item key={href} value={href} onSelect={() => go(href)}>
        <Names name={label} more={more} />
      </Item>
    ));

  const acting = (some: readonly Act[]) =>
    some.map(({ label, value, act }) => (
      <Item
        key={value}
        value={value}
        onSelect={() => {
          close();
          act();
        }}
      >
        {label}
      </Item>
    ));

  return (
    <Command shouldFilter={false} loop label="Palette" value={selected} onValueChange={setChosen}>
      <div className="flex items-center gap-2 border-b px-3">
        <Command.Input
          ref={input}
          value={typed}
          onValueChange={onType}
          maxLength={200}
          placeholder={finds.customers ? "Name, id, e-mail, domain, page…" : "Page…"}
          className="h-11 min-w-0 grow bg-transparent outline-none placeholder:text-muted pointer-coarse:text-base"
        />
        {isWaiting && <Spinner />}
        <Kbd>Esc</Kbd>
      </div>
      <Command.List label="What was found" className="max-h-[min(24rem,60dvh)] overflow-y-auto p-1">
        {/* Customers come later than the rest, and below it: what is chosen already stays where it is. */}
        <Group heading="This customer">{items(own)}</Group>
        <Group heading="Go to">{items(places)}</Group>
        <Group heading="Do">
          {items(acts)}
          {acting(leaving)}
        </Group>
        <Group heading="Look at">{acting(others)}</Group>
        <Group heading="Theme">{acting(looks)}</Group>
        {staff.groups.map(({ heading, entries }) => (
          <Group key={heading} heading={heading}>
            {items(entries)}
          </Group>
        ))}
        {finds.customers && customers.length > 0 && (
          <Group heading="Customers">
            {customers.map(({ id, name, status, reseller, city, external_id }) => (
              <Item key={id} value={id} onSelect={() => go(`/portal/customers/${id}`)}>
                <Names name={name} more={[reseller?.name, city, external_id].filter(Boolean).join(" · ")} />
                {status && <StatusBadge status={status satisfies CustomerStatus} />}
              </Item>
            ))}
          </Group>
        )}
        {error && (
          <p role="alert" className="px-3 py-2 text-danger">
            Not everything could be searched: {error.message}
          </p>
        )}
        {!isWaiting && !error && (
          <Command.Empty className="px-3 py-6 text-center text-muted">
            Nothing begins like that. Each word must begin a name, an id, an e-mail address, a domain or a page.
          </Command.Empty>
        )}
      </Command.List>
      {finds.customers && (found.data?.total ?? 0) > customers.length && customers.length > 0 && (
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
  [children].flat(2).filter(Boolean).length === 0 ? null : (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );

const Names = ({ name, more }: { name: ReactNode; more: string | undefined }) => (
  <span className="min-w-0 grow">
    <span className="block truncate">{name}</span>
    {more && <span className="block truncate text-xs text-muted">{more}</span>}
  </span>
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
