"use client";

import Check from "lucide-react/icons/check";
import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button";
import { cn } from "./cn";
import { Link } from "./link";

const itemsOf = (menu: HTMLElement) => [
  ...menu.querySelectorAll<HTMLElement>("[role^=menuitem]:not([aria-disabled=true])"),
];

/** Where the focus goes from `at` on `key`: arrows, Home, End, or a letter that an item begins with. */
function target(items: HTMLElement[], at: number, key: string) {
  if (key === "ArrowDown") return items[(at + 1) % items.length];
  if (key === "ArrowUp") return items.at(at <= 0 ? -1 : at - 1);
  if (key === "Home") return items[0];
  if (key === "End") return items.at(-1);
  if (key.length !== 1 || key === " ") return undefined;
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) =>
    item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()),
  );
}

/** A button that opens a list of acts: MenuItem, MenuLabel, MenuSeparator. */
export function Menu({
  label,
  trigger,
  variant = "ghost",
  size = "icon",
  align = "end",
  children,
}: {
  /** Names the menu, and the button where `trigger` is only an icon. */
  label: string;
  trigger: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  align?: "start" | "end";
  children: ReactNode;
}) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Tab") return event.currentTarget.hidePopover();
    const items = itemsOf(event.currentTarget);
    const next = target(items, items.indexOf(event.target as HTMLElement), event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-label={size === "icon" ? label : undefined}
        className={buttonClass(variant, size)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          menu.current?.showPopover({ source: event.currentTarget });
        }}
      >
        {trigger}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        data-align={align}
        className="popup min-w-44 p-1"
        onKeyDown={onKeyDown}
        onToggle={(event) => {
          if (event.newState === "open") itemsOf(event.currentTarget)[0]?.focus();
        }}
      >
        {children}
      </div>
    </>
  );
}

const item =
  "flex min-h-8 w-full cursor-pointer items-center gap-2 rounded px-2 text-left -outline-offset-2 hover:bg-hover focus:bg-hover aria-disabled:cursor-not-allowed aria-disabled:opacity-60 pointer-coarse:min-h-10";

/** Give `href` or `onSelect`. With `checked` it is one choice of several. */
export function MenuItem({
  href,
  onSelect,
  icon,
  danger = false,
  disabled = false,
  checked,
  children,
}: {
  href?: string;
  onSelect?: () => void;
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  checked?: boolean;
  children: ReactNode;
}) {
  const look = cn(item, danger && "text-danger");
  if (href !== undefined && !disabled)
    return (
      <Link
        role="menuitem"
        tabIndex={-1}
        href={href}
        className={look}
        onClick={(event) => event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover()}
      >
        {icon}
        {children}
      </Link>
    );
  const choice = checked === undefined ? { role: "menuitem" } : { role: "menuitemradio", "aria-checked": checked };
  return (
    <button
      type="button"
      {...choice}
      tabIndex={-1}
      aria-disabled={disabled || undefined}
      className={look}
      onClick={(event) => {
        if (disabled) return;
        event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
        onSelect?.();
      }}
    >
      {icon}
      {children}
      {checked && <Check aria-hidden className="ml-auto size-4" />}
    </button>
  );
}

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <div role="presentation" className="px-2 py-1 text-xs text-muted">
    {children}
  </div>
);

export const MenuSeparator = () => <hr className="-mx-1 my-1" />;
