"use client";

import Check from "lucide-react/icons/check";
import Columns3 from "lucide-react/icons/columns-3";
import Search from "lucide-react/icons/search";
import SlidersHorizontal from "lucide-react/icons/sliders-horizontal";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { agreementLabel, statusLabel } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { follow } from "@/components/ui/follow";
import { formatNumber } from "@/components/ui/format";
import { Input } from "@/components/ui/input";
import { GoingOnField, Link } from "@/components/ui/link";
import { Popover } from "@/components/ui/popover";
import { useFollowed } from "@/components/ui/use-followed";
import { type Column, columnsFor } from "./columns";
import { changed, type FacetName, facetNames, filterOf, hrefOf, LIST, toggled, type View } from "./view";

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}
export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>;

/** Follows an address without a page load; a link's own click does the rest. */
export type Go = (href: string, how?: "push" | "replace") => void;

const PATIENCE = 150;

/** Searches while typing; without a script it is a form. */
function SearchBox({ view, go }: { view: View; go: Go }) {
  const { text, setText, known, ask } = useFollowed(view.q);
  const box = useRef<HTMLInputElement>(null);
  const asked = text.trim();

  useEffect(() => {
    if (asked === known) return;
    const timer = setTimeout(() => {
      ask(asked);
      go(hrefOf(changed(view, { q: asked })), "replace");
    }, PATIENCE);
    // Whoever follows a link before that is not called back to the list.
    const onClick = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest("a")) clearTimeout(timer);
    };
    document.addEventListener("click", onClick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("click", onClick);
    };
  }, [asked, known, ask, view, go]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest("input, textarea, select, dialog, [popover]")) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  const { q: _, ...kept } = filterOf(view);
  return (
    <search className="relative min-w-48 grow basis-48 max-sm:basis-full">
      <form action={LIST} onSubmit={(event) => event.preventDefault()}>
        <GoingOnField />
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
        />
        <Input
          ref={box}
          type="search"
          name="q"
          aria-label="Search customers"
          aria-keyshortcuts="/"
          placeholder="Name, id, e-mail, domain, tax id…"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="pl-8!"
        />
        {Object.entries({ ...kept, sort: view.sort }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      </form>
    </search>
  );
}

const Choice = ({ href, go, on, children }: { href: string; go: Go; on: boolean; children: ReactNode }) => (
  <Link
    href={href}
    scroll={false}
    onNavigate={follow(href, go)}
    aria-current={on ? "true" : undefined}
    className="flex min-h-8 items-center gap-2 rounded px-2 hover:bg-hover pointer-coarse:min-h-10"
  >
    <Check aria-hidden className={cn("size-4 shrink-0", !on && "invisible")} />
    {children}
  </Link>
);

const Count = ({ value }: { value: number }) => (
  <span className="ml-auto pl-4 text-xs text-muted tabular-nums">{formatNumber(value)}</span>
);

const facetLabels: Record<FacetName, string> = {
  status: "Status",
  agreement: "Agreement",
  provider_id: "Provider",
  country: "Country",
  attention: "Attention",
  reseller_id: "Reseller",
};

const attentionLabels: Readonly<Record<string, string>> = {
  accounts_in_error: "Accounts in error",
  limit_near_plan: "Limit near the plan's",
  capacity_over_allocated: "More consumed than available",
};

export function labelOf(name: FacetName, { value, label }: Pick<FacetValue, "value" | "label">): string {
  if (value === "none") return "None";
  // The API's values of these two are those that the badges know.
  if (name === "status") return statusLabel(value as Parameters<typeof statusLabel>[0]);
  if (name === "agreement") return agreementLabel(value as Parameters<typeof agreementLabel>[0]);
  return name === "attention" ? (attentionLabels[value] ?? label) : label;
}

/** What can be chosen of one facet, with how many customers each choice would show. */
function Facet({ name, values, view, go }: { name: FacetName; values: readonly FacetValue[]; view: View; go: Go }) {
  const chosen = view.filters[name];
  const to = (next: readonly string[]) => hrefOf(changed(view, { filters: { ...view.filters, [name]: next } }));
  // What is chosen stays to be taken back, though no customer has it any more.
  const gone = chosen.filter((value) => !values.some((known) => known.value === value));
  const shown = [...values, ...gone.map((value) => ({ value, label: value, count: 0 }))];
  return (
    <Popover
      label={`Filter by ${facetLabels[name].toLowerCase()}`}
      align="start"
      variant="secondary"
      className="max-h-80! w-64 p-1"
      trigger={
        <>
          {facetLabels[name]}
          {chosen.length > 0 && (
            <span className="rounded-full bg-accent-soft px-1.5 text-xs text-accent tabular-nums">
              <span className="sr-only">, chosen: </span>
              {chosen.length}
            </span>
          )}
        </>
      }
    >
      <ul>
        {shown.map((value) => (
          <li key={value.value}>
            <Choice href={to(toggled(chosen, value.value))} go={go} on={chosen.includes(value.value)}>
              <span className="min-w-0 truncate">{labelOf(name, value)}</span>
              <Count value={value.count} />
            </Choice>
          </li>
        ))}
        {shown.length === 0 && <li className="px-2 py-1 text-muted">Nothing to choose from</li>}
      </ul>
      {chosen.length > 0 && (
        <div className="mt-1 border-t pt-1">
          <Choice href={to([])} go={go} on={false}>
            Clear
          </Choice>
        </div>
      )}
    </Popover>
  );
}

const FacetBar = ({
  view,
  facets,
  several,
  go,
}: {
  view: View;
  /** Undefined while they are being counted. */
  facets: Facets | undefined;
  /** The caller sees customers of several resellers. */
  several: boolean;
  go: Go;
}) =>
  facetNames
    .filter((name) => (name !== "reseller_id" || several) && name !== "status")
    .map((name) => <Facet key={name} name={name} values={facets?.[name] ?? []} view={view} go={go} />);

const anyOf = (view: View) => ({ ...view.filters, status: [] });

/** The statuses as tabs: the filter that is used most is one click away, and its counts are always seen. */
export function StatusTabs({ view, facets, go }: { view: View; facets: Facets | undefined; go: Go }) {
  const counts = facets?.status ?? [];
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const chosen = view.filters.status;
  const tabs = [
    {
      label: "All",
      href: hrefOf(changed(view, { deleted: false, filters: anyOf(view) })),
      on: chosen.length === 0,
      count: all,
    },
    ...(["ACTIVE", "CONFIGURED", "DISABLED"] as const).map((status) => ({
      label: statusLabel(status),
      href: hrefOf(changed(view, { deleted: false, filters: { ...view.filters, status: [status] } })),
      on: chosen.includes(status),
      count: counts.find(({ value }) => value === status)?.count ?? 0,
    })),
  ];
  const shown = tabs.map((tab) => ({
    ...tab,
    on: tab.on && !view.deleted,
    count: facets && !view.deleted ? tab.count : null,
  }));
  const deleted = {
    label: "Deleted",
    href: hrefOf(changed(view, { deleted: true, filters: anyOf(view), sort: "-deleted_at" })),
    on: view.deleted,
    count: null,
  };
  return (
    <nav aria-label="Customers by status" className="mb-3 overflow-x-auto border-b">
      <ul className="flex gap-1">
        {[...shown, deleted].map(({ label, href, on, count }) => (
          <li key={label} className="shrink-0">
            <Link
              href={href}
              scroll={false}
              onNavigate={follow(href, go)}
              aria-current={on ? "page" : undefined}
              className={cn(
                "flex h-9 items-center gap-1.5 border-b-2 px-2.5 -outline-offset-2 pointer-coarse:h-11",
                on ? "border-accent font-medium" : "border-transparent text-muted hover:text-text",
              )}
            >
              {label}
              {count !== null && <span className="text-xs text-muted tabular-nums">{formatNumber(count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function ColumnChooser({
  view,
  shown,
  several,
  go,
}: {
  view: View;
  shown: readonly Column[];
  several: boolean;
  go: Go;
}) {
  const names = shown.map(({ name }) => name);
  return (
    <Popover
      label="Columns"
      variant="secondary"
      className="w-56 p-1"
      trigger={
        <>
          <Columns3 aria-hidden className="size-4" />
          Columns
        </>
      }
    >
      <ul>
        {columnsFor(several).map(({ name, label }) => (
          <li key={name}>
            <Choice href={hrefOf({ ...view, columns: toggled(names, name) })} go={go} on={names.includes(name)}>
              {label}
            </Choice>
          </li>
        ))}
      </ul>
      <div className="mt-1 border-t pt-1">
        <Choice href={hrefOf({ ...view, columns: undefined })} go={go} on={false}>
          The usual ones
        </Choice>
      </div>
    </Popover>
  );
}

/** What is filtered by, in words, each with a way to take it back. */
export function Chips({ view, facets, go }: { view: View; facets: Facets | undefined; go: Go }) {
  const chips = facetNames
    .filter((name) => name !== "status")
    .flatMap((name) =>
      view.filters[name].map((value) => ({
        key: `${name} ${value}`,
        label: `${facetLabels[name]}: ${labelOf(name, facets?.[name].find((known) => known.value === value) ?? { value, label: value })}`,
        href: hrefOf(changed(view, { filters: { ...view.filters, [name]: toggled(view.filters[name], value) } })),
      })),
    );
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters" className="mb-3 flex flex-wrap gap-1.5">
      {chips.map(({ key, label, href }) => (
        <li key={key}>
          <Link
            href={href}
            scroll={false}
            onNavigate={follow(href, go)}
            className={buttonClass("secondary", "sm", "rounded-full!")}
          >
            {label}
            <span aria-hidden>×</span>
            <span className="sr-only"> (take back)</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The search and, beside it, all else that changes the view; a phone has that behind one button. */
export function Toolbar({
  view,
  go,
  facets,
  several,
  shown,
  children,
}: {
  view: View;
  go: Go;
  facets: Facets | undefined;
  several: boolean;
  shown: readonly Column[];
  /** What else stands in the row. */
  children: ReactNode;
}) {
  const id = useId();
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchBox view={view} go={go} />
      <button type="button" popoverTarget={id} className={buttonClass("secondary", "md", "sm:hidden")}>
        <SlidersHorizontal aria-hidden className="size-4" />
        Filters and more
      </button>
      <div
        id={id}
        popover="auto"
        data-align="start"
        className="popup p-2 open:flex open:flex-wrap open:gap-2 sm:contents!"
      >
        <FacetBar view={view} facets={facets} several={several} go={go} />
        <ColumnChooser view={view} shown={shown} several={several} go={go} />
        {children}
      </div>
    </div>
  );
}
