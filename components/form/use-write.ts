"use client";

import { type UseMutationOptions, useMutation } from "@tanstack/react-query";
import { useRef } from "react";

export interface Write<T, V> {
  /** Answers when it is done, with what came of it; undefined where it failed, or where the same was under way. */
  write: (value: V) => Promise<T | undefined>;
  pending: boolean;
  error: Error | null;
  /** What was saved last. */
  saved: T | undefined;
  reset: () => void;
}

/**
 * A call that changes something, once at a time: a second click or Enter is the first one. What a page has drawn cannot
 * tell, since a double click is faster than that. With `once` nothing follows after it has come off, until `reset`.
 */
export function useWrite<T, V = void>({
  once = false,
  ...options
}: Pick<UseMutationOptions<T, Error, V>, "scope" | "onSuccess" | "onError" | "onSettled"> & {
  mutationFn: (value: V) => Promise<T>;
  once?: boolean;
}): Write<T, V> {
  const busy = useRef(false);
  const { mutateAsync, isPending, error, data, reset } = useMutation<T, Error, V>(options);
  return {
    write: async (value) => {
      if (busy.current) return undefined;
      busy.current = true;
      try {
        const saved = await mutateAsync(value);
        busy.current = once;
        return saved;
      } catch {
        busy.current = false;
        return undefined;
      }
    },
    pending: isPending,
    error,
    saved: data,
    reset: () => {
      busy.current = false;
      reset();
    },
  };
}
