"use client";

import { buttonClass } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** Says that the session is over, whatever on the page has found that, and leads to the sign-in and back. */
export default function SignedOut({ onClose }: { onClose: () => void }) {
  const next = encodeURIComponent(location.pathname + location.search);
  const hasDraft = document.querySelector("[data-draft]") !== null;
  return (
    <Dialog
      open
      onClose={onClose}
      title="You are signed out"
      size="sm"
      // Whole pages: what was fetched in the old session is worth nothing in the next one.
      footer={
        <>
          <a href="/sign-in" target="_blank" rel="noreferrer" className={buttonClass()}>
            Sign in in a new tab
          </a>
          <a href={`/sign-in?next=${next}`} className={buttonClass("primary")}>
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
