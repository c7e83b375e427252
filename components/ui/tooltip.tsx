"use client";

import { cloneElement, type ReactElement, useId, useRef } from "react";

/** Text beside a focusable element, on hover and on focus; Escape hides it. The element keeps its own name. */
export function Tooltip({ text, children }: { text: string; children: ReactElement<{ "aria-describedby"?: string }> }) {
  const id = useId();
  const around = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);

  const show = () => {
    if (around.current) tip.current?.showPopover({ source: around.current });
  };
  const hide = () => tip.current?.hidePopover();

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what happens to the element inside.
    <span
      ref={around}
      className="inline-flex"
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={(event) => event.key === "Escape" && hide()}
    >
      {cloneElement(children, { "aria-describedby": id })}
      <span
        ref={tip}
        id={id}
        role="tooltip"
        popover="manual"
        data-align="center"
        className="popup overflow-visible border-0 bg-transparent p-1.5 shadow-none"
      >
        <span className="block max-w-64 rounded bg-text px-2 py-1 text-xs text-surface">{text}</span>
      </span>
    </span>
  );
}
