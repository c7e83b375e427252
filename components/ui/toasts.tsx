"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { onToast } from "./toast";

const Toaster = lazy(() => import("./toaster"));

/** Stands once, in the providers. The toaster's script is fetched with the first toast, not with the page. */
export function Toasts() {
  const [calls, setCalls] = useState(0);
  useEffect(() => onToast(() => setCalls((count) => count + 1)), []);
  return calls > 0 ? (
    <Suspense>
      <Toaster calls={calls} />
    </Suspense>
  ) : null;
}
