"use client";

import { useRouter } from "next/navigation";
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { DrawnFor } from "@/components/form/post-form";
import { drawnFor, SIGNED_OUT } from "@/lib/api/send";

const SignedOut = lazy(() => import("./signed-out"));

/**
 * Tells the forms of a page for which reseller it was drawn. After a switch in another tab the next page that is opened
 * here is drawn for the other reseller; the frame around it, which stays, then follows. A session that is over is said above all.
 */
export function PageOf({ reseller, children }: { reseller: string; children: ReactNode }) {
  const router = useRouter();
  const asked = useRef<string>(undefined);
  const [over, setOver] = useState(false);
  useEffect(() => {
    asked.current = reseller;
    const look = () => {
      const now = drawnFor() ?? reseller;
      if (now === asked.current) return;
      asked.current = now;
      router.refresh();
    };
    look();
    const observer = new MutationObserver(look);
    observer.observe(document.head, { childList: true, subtree: true, attributes: true });
    return () => observer.disconnect();
  }, [reseller, router]);
  useEffect(() => {
    const tell = () => setOver(true);
    window.addEventListener(SIGNED_OUT, tell);
    return () => window.removeEventListener(SIGNED_OUT, tell);
  }, []);
  return (
    <DrawnFor value={reseller}>
      {children}
      <Suspense>{over && <SignedOut onClose={() => setOver(false)} />}</Suspense>
    </DrawnFor>
  );
}
