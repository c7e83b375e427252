import { controlId } from "./names";

/** Puts the focus into the first of these fields as they stand on the page, not as the contract has them. */
export function focusFirst(names: readonly string[]): boolean {
  if (names.length === 0) return false;
  const controls = names.map((name) => `#${CSS.escape(controlId(name))}`).join(",");
  const control = document.querySelector<HTMLElement>(controls);
  control?.closest("details")?.setAttribute("open", "");
  control?.focus();
  return control !== null;
}

/** The same once their faults are drawn, so that they are read out with the field. */
export const focusWithFaults = (names: readonly string[]) => requestAnimationFrame(() => focusFirst(names));
