import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { cn } from "./cn";
import { Spinner } from "./loading";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "icon";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent-fill text-on-fill hover:bg-accent-fill-hover",
  secondary: "border-border-strong bg-raised hover:bg-hover",
  ghost: "border-transparent hover:bg-hover",
  danger: "border-transparent bg-danger-fill text-on-fill hover:bg-danger-fill-hover",
};

const sizes: Record<ButtonSize, string> = {
  sm: "h-7 px-2 text-xs pointer-coarse:h-9",
  md: "h-8 px-3 pointer-coarse:h-10",
  icon: "size-8 pointer-coarse:size-10",
};

export const buttonClass = (variant: ButtonVariant = "secondary", size: ButtonSize = "md", className?: string) =>
  cn(
    "inline-flex shrink-0 cursor-pointer select-none items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap transition-colors",
    "disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-60",
    variants[variant],
    sizes[size],
    className,
  );

export interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** An icon element of `size-4`, shown before the text. */
  icon?: ReactNode;
}

const ignore = (event: MouseEvent) => event.preventDefault();

/**
 * While `pending` (in client components only) it keeps the focus and ignores clicks.
 * An icon-only button needs `aria-label`.
 */
export function Button({
  variant,
  size,
  icon,
  pending = false,
  className,
  children,
  type = "button",
  ...rest
}: ComponentProps<"button"> & Look & { pending?: boolean }) {
  const waiting = pending ? { "aria-disabled": true, "aria-busy": true, onClick: ignore } : undefined;
  return (
    <button type={type} className={buttonClass(variant, size, className)} {...rest} {...waiting}>
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  );
}
