"use client";

import { useEffect, useState } from "react";

/** The value as it was when it last stayed the same for a while: not every keystroke is worth a request. */
export function useSettled<T extends string>(value: T, milliseconds = 300): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
