"use client";

import { useEffect, useId, useRef, useState, useTransition } from "react";
import { useHydrated } from "@/components/form/use-hydrated";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { GoingOnField } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Spinner } from "@/components/ui/loading";
import { useFollowed } from "@/components/ui/use-followed";
import { useRouter } from "@/components/ui/use-router";
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
  // A day of no resource stays in the address; the controls hold the nearest that has some.
  const shown = !view.asOf ? today : view.asOf < first ? first : view.asOf;
  const { text, setText, known, ask } = useFollowed(shown);
  const typing = useRef(false);
  const [refused, setRefused] = useState(false);
  // The address of the drag that goes on: its later days replace its first one, so that Back leads before the drag.
  const [drag, setDrag] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const go = (day: string, how: "push" | "replace") => {
    if (day === known) return;
    ask(day);
    const href = resourceHref(path, view, { asOf: day === today ? undefined : day });
    startLoading(() => router[how](href, { scroll: false }));
  };
  const slide = (day: string) => {
    setText(day);
    setRefused(false);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      go(day, drag !== undefined && drag === known ? "replace" : "push");
      setDrag(day);
    }, PATIENCE);
  };
  /** A day counts once it is whole: while it is typed, 0002-11-20 stands there on the way to 2026. */
  const commit = (control: HTMLInputElement) => {
    const isDay = control.validity.valid && fromDay(control.value) !== undefined;
    setRefused(!isDay);
    if (isDay) go(control.value, "push");
  };

  const start = fromDay(first) ?? new Date(0);
  const length = Math.max(daysBetween(start, fromDay(today) ?? start), 1);
  const { as_of: _, page: __, ...kept } = resourceQuery(view);
  const presets = [
    { label: "Now", asOf: undefined },
    { label: "30 days ago", asOf: toDay(dayAfter(fromDay(today) ?? start, -30)) },
    { label: "A year ago", asOf: toDay(dayAfter(fromDay(today) ?? start, -365)) },
  ].filter(({ asOf }) => asOf === undefined || asOf >= first);
  return (
    <form action={path} className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <GoingOnField />
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
        value={text}
        aria-invalid={refused || undefined}
        aria-describedby={refused ? `${id}-range` : undefined}
        onKeyDown={(event) => {
          typing.current = true;
          if (event.key !== "Enter") return;
          event.preventDefault();
          commit(event.currentTarget);
        }}
        onPointerDown={() => {
          typing.current = false;
        }}
        onChange={({ target }) => {
          setText(target.value);
          setRefused(false);
          // Not typed, so it was chosen in the calendar.
          if (!typing.current) commit(target);
        }}
        onBlur={({ target }) => commit(target)}
        className="w-40!"
      />
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {!hydrated && <Button type="submit">Show</Button>}
      <input
        type="range"
        aria-label="Day that the page shows"
        aria-valuetext={text}
        min={0}
        max={length}
        disabled={!hydrated}
        value={daysBetween(start, fromDay(text) ?? fromDay(known) ?? start)}
        onPointerDown={() => setDrag(undefined)}
        onBlur={() => setDrag(undefined)}
        onChange={({ target }) => slide(toDay(dayAfter(start, Number(target.value))))}
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
            <span className="sr-only">Loading {text}</span>
          </>
        )}
      </span>
      {refused && (
        <p id={`${id}-range`} role="alert" className="basis-full text-xs text-danger">
          Give a day from {first} to {today}.
        </p>
      )}
    </form>
  );
}
