"use client";

import { type ComponentProps, createContext, useContext } from "react";
import { ALL, DRAWN_FOR } from "@/lib/core/drawn-for";

/** For which reseller the page was drawn: its id, or `all`. */
export const DrawnFor = createContext(ALL);

/** A form whose action makes a call for whoever posts it while the scripts are not there: for the reseller that the page shows. */
export function PostForm({ children, ...rest }: ComponentProps<"form">) {
  return (
    <form noValidate {...rest}>
      <input type="hidden" name={DRAWN_FOR} value={useContext(DrawnFor)} />
      {children}
    </form>
  );
}
