"use client";

import { useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SIGNED_OUT } from "@/lib/api/send";

/** Says that the session is over, wherever on the page a call has found that, and leads to the sign-in and back. */
export function SignedOut() {
  const [next, setNext] = useState<string>();
  const [hasDraft, setHasDraft] = useState(false);
  useEffect(() => {
    const tell = () => {
      setNext(location.pathname + location.search);
      setHasDraft(document.querySelector("[data-draft]") !== null);
    };
    window.addEventListener(SIGNED_OUT, tell);
    return () => window.removeEventListener(SIGNED_OUT, tell);
  }, []);
  const signIn = `/sign-in?next=${encodeURIComponent(next ?? "")}`;
  return (
    <Dialog
      open={next !== undefined}
      onClose={() => setNext(undefined)}
      title="You are signed out"
      size="sm"
      // Whole pages: what was fetched for the old session is worth nothing to the next one.
      footer={
        <>
          <a href="/sign-in" target="_blank" rel="noreferrer" className={buttonClass()}>
            Sign in in a new tab
          </a>
          <a href={signIn} className={buttonClass("primary")}>
            Sign in and go on
          </a>
        </>
      }
    >
      <p>
        {hasDraft
          ? "Your draft is kept on this device: it is back when you have signed in."
          : "The session is over. To keep what you have typed here, sign in in a new tab and come back."}
      </p>
    </Dialog>
  );
}
