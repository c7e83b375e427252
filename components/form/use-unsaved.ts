"use client";

import { useEffect, useLayoutEffect, useRef } from "react";

/** Tell whether something on the page is filled in and not saved. */
const guards = new Set<() => boolean>();

const unsaved = () => [...guards].some((changed) => changed());

/** Asks before what is filled in on the page would be lost; true where nothing is, or where it may be. */
export const mayLeave = (): boolean =>
  !unsaved() || window.confirm("What you have filled in is not saved. Leave it all the same?");

/** A click that shows another page in place of this one. A link within a form, such as Cancel, is meant as it stands. */
function leads({ target, button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  const link = target instanceof Element ? target.closest("a") : null;
  if (!link?.href || link.target || link.download || link.closest("form")) return false;
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return false;
  // What leaves the portal, or is fetched as a file, is asked about by the browser where it is a page.
  return link.href.startsWith(`${location.origin}/portal`) && link.pathname !== location.pathname;
}

/** Next follows links without leaving the document, so that the browser would not ask. */
function onClick(event: MouseEvent): void {
  if (!leads(event) || mayLeave()) return;
  event.preventDefault();
  event.stopPropagation();
}

/** So do forms that lead away, such as the one that signs out. */
function onSubmit(event: SubmitEvent): void {
  if (!(event.target instanceof Element && event.target.matches("[data-leaves]")) || mayLeave()) return;
  event.preventDefault();
  event.stopPropagation();
}

const onUnload = (event: BeforeUnloadEvent) => unsaved() && event.preventDefault();

/** While `changed` says so, the page is not left without a question. */
export function useUnsaved(changed: () => boolean): void {
  const latest = useRef(changed);
  useEffect(() => {
    latest.current = changed;
  });
  // With the page that is left it is gone at once: whoever goes on right away is not asked.
  useLayoutEffect(() => {
    const guard = () => latest.current();
    guards.add(guard);
    // The same listener is added once, however many forms there are.
    window.addEventListener("click", onClick, true);
    window.addEventListener("submit", onSubmit, true);
    window.addEventListener("beforeunload", onUnload);
    return () => {
      guards.delete(guard);
      if (guards.size > 0) return;
      window.removeEventListener("click", onClick, true);
      window.removeEventListener("submit", onSubmit, true);
      window.removeEventListener("beforeunload", onUnload);
    };
  }, []);
}
