"use client";

import { useRef, useState } from "react";
import { ApiProblem, isStale } from "@/lib/api/call";
import { bannerOf } from "./banner";
import { useWrite } from "./use-write";

interface Guarded<T, V> {
  /**
   * Where several parts of a page change the same thing: its name. They then write one after the other, each over what
   * the one before has saved.
   */
  shared?: string;
  /** Writes over the version that was seen. */
  save: (value: V, version: number) => Promise<T>;
  /** What is there now. */
  load: () => Promise<T>;
  versionOf: (saved: T) => number;
  onSaved: (saved: T, value: V) => void | Promise<void>;
  /** Anything but a conflict: a form puts it at its fields. */
  onFault?: (error: Error) => void;
}

/** A page shows only what was there: "Customer not found" would be no answer. */
const goneOf = (error: Error | null): string | undefined =>
  error instanceof ApiProblem && error.status === 404
    ? `${error.message}: somebody has removed it in the meantime, and nothing was saved.`
    : undefined;

/** The latest version that was seen of each shared thing: a reply tells it before the page is drawn anew. */
const latest = new Map<string, number>();

/** A write that never overwrites what somebody else saved meanwhile: `conflict` then holds both versions. */
export function useGuarded<T, V>({ shared, save, load, versionOf, onSaved, onFault }: Guarded<T, V>) {
  const [conflict, setConflict] = useState<{ theirs: T; mine: V }>();
  const own = useRef(new Map<string, number>());
  const seen = (version: number): number => {
    const versions = shared === undefined ? own.current : latest;
    const newest = Math.max(version, versions.get(shared ?? "") ?? version);
    versions.set(shared ?? "", newest);
    return newest;
  };
  const { error, pending, write, reset } = useWrite({
    ...(shared !== undefined && { scope: { id: shared } }),
    mutationFn: ({ value, version }: { value: V; version: number }) => save(value, seen(version)),
    onSuccess: async (saved, { value }) => {
      seen(versionOf(saved));
      setConflict(undefined);
      await onSaved(saved, value);
    },
    onError: async (error, { value }) => {
      if (isStale(error)) {
        setConflict({ theirs: await load(), mine: value });
      } else {
        setConflict(undefined);
        onFault?.(error);
      }
    },
  });
  return {
    pending,
    fault: isStale(error) ? undefined : (goneOf(error) ?? (onFault ? bannerOf(error) : error?.message)),
    /** Answers when it is done, whatever came of it. */
    write: async (value: V, version: number): Promise<void> => void (await write({ value, version })),
    conflict: conflict && {
      ...conflict,
      keepMine: () => void write({ value: conflict.mine, version: versionOf(conflict.theirs) }),
      keepTheirs: () => {
        seen(versionOf(conflict.theirs));
        setConflict(undefined);
        reset();
      },
    },
  };
}
