"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False in the markup from the server, and until the scripts have taken it over. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
