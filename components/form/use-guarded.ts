"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { isStale } from "@/lib/api/call";

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

/** The latest version that was seen of each shared thing: a reply tells it before the page is drawn anew. */
const latest = new Map<string, number>();

function seen(shared: string | undefined, version: number): number {
  if (shared === undefined) return version;
  const newest = Math.max(version, latest.get(shared) ?? version);
  latest.set(shared, newest);
  return newest;
}

/** A write that never overwrites what somebody else saved meanwhile: `conflict` then holds both versions. */
export function useGuarded<T, V>({ shared, save, load, versionOf, onSaved, onFault }: Guarded<T, V>) {
  const [conflict, setConflict] = useState<{ theirs: T; mine: V }>();
  const mutation = useMutation({
    ...(shared !== undefined && { scope: { id: shared } }),
    mutationFn: ({ value, version }: { value: V; version: number }) => save(value, seen(shared, version)),
    onSuccess: async (saved, { value }) => {
      seen(shared, versionOf(saved));
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
  const { error } = mutation;
  return {
    pending: mutation.isPending,
    fault: error && !isStale(error) ? error.message : undefined,
    /** Answers when it is done, whatever came of it. */
    write: async (value: V, version: number): Promise<void> => {
      await mutation.mutateAsync({ value, version }).catch(() => undefined);
    },
    conflict: conflict && {
      ...conflict,
      keepMine: () => mutation.mutate({ value: conflict.mine, version: versionOf(conflict.theirs) }),
      keepTheirs: () => {
        seen(shared, versionOf(conflict.theirs));
        setConflict(undefined);
        mutation.reset();
      },
    },
  };
}
