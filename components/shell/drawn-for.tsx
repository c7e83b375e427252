"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { DrawnFor } from "@/components/form/post-form";
import { drawnFor } from "@/lib/api/send";

/**
 * Tells the forms of a page for which reseller it was drawn. After a switch in another tab the next page that is opened
 * here is drawn for the other reseller; the frame around it, which stays, then follows.
 */
export function PageOf({ reseller, children }: { reseller: string; children: ReactNode }) {
  const router = useRouter();
  const asked = useRef<string>(undefined);
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
  return <DrawnFor value={reseller}>{children}</DrawnFor>;
}
