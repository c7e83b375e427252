"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useState, useTransition } from "react";
import { useHydrated } from "@/components/form/use-hydrated";
import { Button, LinkButton } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/loading";
import { dayAfter, daysBetween, fromDay, toDay } from "./day";
import { type ResourceView, resourceHref, resourceQuery } from "./view";

const PATIENCE = 120;

/** The day that the page shows: typed, or dragged along the whole time since the first resource began. */
export function AsOfForm({
  path,
  view,
  first,
  today,
}: {
  path: string;
  view: ResourceView;
  first: string;
  today: string;
}) {
  const router = useRouter();
  const hydrated = useHydrated();
  const id = useId();
  const [loading, startLoading] = useTransition();
  const shown = view.asOf ?? today;
  const [day, setDay] = useState(shown);
  const [known, setKnown] = useState(shown);
  // Back, or a link, brought another day than the one dragged to.
  if (shown !== known) {
    setKnown(shown);
    setDay(shown);
  }

  useEffect(() => {
    if (day === known) return;
    const timer = setTimeout(() => {
      setKnown(day);
      const asOf = day === today ? undefined : day;
      startLoading(() => router.replace(resourceHref(path, view, { asOf }), { scroll: false }));
    }, PATIENCE);
    return () => clearTimeout(timer);
  }, [day, known, today, path, view, router]);

  const start = fromDay(first) ?? new Date(0);
  const length = Math.max(daysBetween(start, fromDay(today) ?? start), 1);
  const { as_of: _, page: __, ...kept } = resourceQuery(view);
  const presets = [
    { label: "Now", asOf: undefined },
    { label: "30 days ago", asOf: toDay(dayAfter(fromDay(today) ?? start, -30)) },
    { label: "A year ago", asOf: toDay(dayAfter(fromDay(today) ?? start, -365)) },
  ];
  return (
    <form action={path} className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <label htmlFor={`${id}-day`} className="font-medium">
        As of
      </label>
      <Input
        id={`${id}-day`}
        type="date"
        name="as_of"
        required
        min={first}
        max={today}
        value={day}
        onChange={({ target }) => fromDay(target.value) && setDay(target.value)}
        className="w-40!"
      />
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {!hydrated && <Button type="submit">Show</Button>}
      <input
        type="range"
        aria-label="Day that the page shows"
        aria-valuetext={day}
        min={0}
        max={length}
        disabled={!hydrated}
        value={daysBetween(start, fromDay(day) ?? start)}
        onChange={({ target }) => setDay(toDay(dayAfter(start, Number(target.value))))}
        className="h-6 min-w-40 grow accent-accent-fill"
      />
      <span className="flex gap-1">
        {presets.map(({ label, asOf }) => (
          <LinkButton
            key={label}
            size="sm"
            variant="ghost"
            scroll={false}
            href={resourceHref(path, view, { asOf })}
            aria-current={view.asOf === asOf ? "true" : undefined}
          >
            {label}
          </LinkButton>
        ))}
      </span>
      <span role="status" className="flex w-4 items-center">
        {loading && (
          <>
            <Spinner />
            <span className="sr-only">Loading {day}</span>
          </>
        )}
      </span>
    </form>
  );
}
