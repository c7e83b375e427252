import { cn } from "./cn";
import { Link, type LinkProps } from "./link";

export const TextLink = ({ className, ...rest }: LinkProps) => (
  <Link
    className={cn(
      "rounded-sm text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-current",
      className,
    )}
    {...rest}
  />
);
