/** How far a box was scrolled, by the entry of the browser's history that it was shown in. */
const tops = new Map<string, number>();

const entry = (): string | undefined => ("navigation" in window ? window.navigation?.currentEntry?.key : undefined);

/** The `ref` of a box that scrolls by itself: Back finds it where it was left, as it finds a page. */
export function keepScroll(box: HTMLElement | null) {
  const key = entry();
  if (!box || !key) return;
  box.scrollTop = tops.get(key) ?? 0;
  const note = () => {
    const now = entry();
    if (now) tops.set(now, box.scrollTop);
  };
  box.addEventListener("scroll", note, { passive: true });
  return () => box.removeEventListener("scroll", note);
}
