import { useRouter as useNextRouter } from "next/navigation";
import { useMemo } from "react";
import { useGoingOn } from "./link";

/** Next's router, which goes on for the reseller of the page. */
export function useRouter() {
  const { push, replace, refresh } = useNextRouter();
  const goingOn = useGoingOn();
  return useMemo(
    () => ({
      push: (href: string, how?: { scroll: boolean }) => push(goingOn(href), how),
      replace: (href: string, how?: { scroll: boolean }) => replace(goingOn(href), how),
      refresh,
    }),
    [push, replace, refresh, goingOn],
  );
}
