"use client";

import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** What a page was made with, and when (milliseconds since 1970, by the server's clock). */
export interface First<T> {
  readonly data: T;
  readonly at: number;
}

/** Remembers what the server has just read, if it has, unless something newer is remembered already: Back brings old pages, too. */
export function useFirst<T>(key: QueryKey, { data, at }: First<T | undefined>): void {
  const client = useQueryClient();
  const name = JSON.stringify(key);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is a new array each time; its text tells whether it changed.
  useEffect(() => {
    if (data === undefined) return;
    const known = client.getQueryState(key);
    if (!known || known.dataUpdatedAt < at) client.setQueryData(key, data, { updatedAt: at });
  }, [client, name, data, at]);
}
