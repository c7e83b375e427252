"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem } from "@/lib/api/call";

interface Guarded<T, V> {
  /** Writes over the version that was seen. */
  save: (value: V, version: number) => Promise<T>;
  /** What is there now. */
  load: () => Promise<T>;
  versionOf: (saved: T) => number;
  onSaved: (saved: T, value: V) => void | Promise<void>;
  /** Anything but a conflict: a form puts it at its fields. */
  onFault?: (error: Error) => void;
}

/** A write that never overwrites what somebody else saved meanwhile: `conflict` then holds both versions. */
export function useGuarded<T, V>({ save, load, versionOf, onSaved, onFault }: Guarded<T, V>) {
  const [conflict, setConflict] = useState<{ theirs: T; mine: V }>();
  const mutation = useMutation({
    mutationFn: ({ value, version }: { value: V; version: number }) => save(value, version),
    onSuccess: async (saved, { value }) => {
      setConflict(undefined);
      await onSaved(saved, value);
    },
    onError: async (error, { value }) => {
      if (error instanceof ApiProblem && error.problem.code === "version.stale") {
        setConflict({ theirs: await load(), mine: value });
      } else {
        setConflict(undefined);
        onFault?.(error);
      }
    },
  });
  const { error } = mutation;
  const stale = error instanceof ApiProblem && error.problem.code === "version.stale";
  return {
    pending: mutation.isPending,
    fault: error && !stale ? error.message : undefined,
    write: (value: V, version: number) => mutation.mutate({ value, version }),
    conflict: conflict && {
      ...conflict,
      keepMine: () => mutation.mutate({ value: conflict.mine, version: versionOf(conflict.theirs) }),
      keepTheirs: () => {
        setConflict(undefined);
        mutation.reset();
      },
    },
  };
}
