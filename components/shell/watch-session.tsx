"use client";

import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { SIGNED_OUT } from "@/lib/api/send";

const SignedOut = lazy(() => import("./signed-out"));

/** Says above the page, which stays, that its session is over: a call has found out. */
export function WatchSession({ children }: { children: ReactNode }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const tell = () => setOver(true);
    window.addEventListener(SIGNED_OUT, tell);
    return () => window.removeEventListener(SIGNED_OUT, tell);
  }, []);
  return (
    <>
      {children}
      <Suspense>{over && <SignedOut onClose={() => setOver(false)} />}</Suspense>
    </>
  );
}
