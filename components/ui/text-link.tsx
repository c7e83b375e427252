import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const TextLink = ({ className, prefetch = false, ...rest }: ComponentProps<typeof Link>) => (
  <Link
    prefetch={prefetch}
    className={cn(
      "rounded-sm text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-current",
      className,
    )}
    {...rest}
  />
);
