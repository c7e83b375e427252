"use client";

import NextLink, { useLinkStatus } from "next/link";
import { useSearchParams } from "next/navigation";
import { type ComponentProps, useCallback } from "react";
import { goingOn, RESELLER } from "@/lib/core/address";

/** Makes a link of this page go on for the reseller for whom alone the page is looked at, if for one alone. */
export function useGoingOn(): (href: string) => string {
  const reseller = useSearchParams().get(RESELLER) ?? undefined;
  return useCallback((href) => goingOn(href, reseller), [reseller]);
}

export type LinkProps = Omit<ComponentProps<typeof NextLink>, "href"> & { href: string };

/** Tells the style sheet that the page of a link is asked for and not there yet: it then draws a bar above everything. */
const Coming = () => useLinkStatus().pending && <span hidden data-coming />;

/** A link inside the portal: every one goes on for the reseller of the page. */
export function Link({ href, prefetch = false, children, ...rest }: LinkProps) {
  return (
    <NextLink href={useGoingOn()(href)} prefetch={prefetch} {...rest}>
      {children}
      <Coming />
    </NextLink>
  );
}

/** For a form that leads to an address: it, too, goes on for the reseller of the page. */
export function GoingOnField() {
  const reseller = useSearchParams().get(RESELLER);
  return reseller && <input type="hidden" name={RESELLER} value={reseller} />;
}
