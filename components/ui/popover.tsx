import { type ReactNode, useId } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button";

/** A button that opens a box of anything (not of menu items: that is Menu). Needs no script. */
export function Popover({
  label,
  trigger,
  variant = "ghost",
  size = "md",
  align = "end",
  className = "p-3",
  children,
}: {
  /** Names the box, and the button where `trigger` is only an icon. */
  label: string;
  trigger: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  align?: "start" | "end";
  /** Of the box: its padding and width. */
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={size === "icon" ? label : undefined}
        className={buttonClass(variant, size)}
      >
        {trigger}
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no box of links and forms. */}
      <div id={id} popover="auto" role="group" aria-label={label} data-align={align} className={`popup ${className}`}>
        {children}
      </div>
    </>
  );
}
