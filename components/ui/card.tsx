import { type ReactNode, useId } from "react";
import { cn } from "./cn";

/** `flush` lets a table or a list touch the card's edges. */
export function Card({
  id,
  title,
  description,
  actions,
  flush = false,
  className,
  children,
}: {
  /** The fragment that leads to it. */
  id?: string;
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  flush?: boolean;
  className?: string;
  children?: ReactNode;
}) {
  const heading = useId();
  return (
    <section
      id={id}
      aria-labelledby={title === undefined ? undefined : heading}
      className={cn("min-w-0 rounded-lg border bg-raised", className)}
    >
      {(title !== undefined || actions !== undefined) && (
        <div className="flex flex-wrap items-start justify-between gap-2 px-4 pt-3">
          <div className="min-w-0">
            {title !== undefined && (
              <h2 id={heading} className="font-semibold">
                {title}
              </h2>
            )}
            {description !== undefined && <p className="text-xs text-muted">{description}</p>}
          </div>
          {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
        </div>
      )}
      <div className={flush ? "pt-3" : "px-4 py-3"}>{children}</div>
    </section>
  );
}
