import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronUp from "lucide-react/icons/chevron-up";
import ChevronsUpDown from "lucide-react/icons/chevrons-up-down";
import type { ComponentProps, ReactNode, Ref } from "react";
import { cn } from "./cn";
import { follow } from "./follow";
import { Link } from "./link";

/**
 * Scrolls by itself, so that the page never does sideways; `label` names it for who tabs into it.
 * `fit` bounds it to the window and keeps its head in sight; `box` is the ref of what scrolls.
 */
export function Table({
  label,
  fit = false,
  box,
  className,
  children,
  ...rest
}: ComponentProps<"table"> & { label: string; fit?: boolean; box?: Ref<HTMLElement> }) {
  return (
    <section
      ref={box}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
      tabIndex={0}
      className={cn(
        "relative overflow-auto rounded-lg border bg-raised",
        fit && "max-h-[calc(100dvh-11rem)] min-h-48",
        className,
      )}
    >
      <table className="w-full border-separate border-spacing-0 text-[0.8125rem]" {...rest}>
        {children}
      </table>
    </section>
  );
}

export const TableHead = ({ children }: { children: ReactNode }) => (
  <thead className="sticky top-0 z-10 bg-sunken">
    <tr className="bg-inherit">{children}</tr>
  </thead>
);

export const TableBody = ({ children }: { children: ReactNode }) => <tbody>{children}</tbody>;

export const Row = ({ selected, className, ...rest }: ComponentProps<"tr"> & { selected?: boolean }) => (
  <tr className={cn("group", selected ? "bg-accent-soft" : "bg-raised hover:bg-hover", className)} {...rest} />
);

const cell = "border-b px-3 py-1.5 group-last:border-b-0";

export type SortDirection = "ascending" | "descending";

/**
 * With `href` the head is a link that sorts; `onFollow` takes its plain clicks instead of a navigation.
 * `sort` is the direction that holds now.
 */
export function HeadCell({
  sort,
  href,
  onFollow,
  numeric = false,
  className,
  children,
  ...rest
}: ComponentProps<"th"> & {
  sort?: SortDirection;
  href?: string;
  onFollow?: (href: string) => void;
  numeric?: boolean;
}) {
  const Icon = sort === "ascending" ? ChevronUp : sort === "descending" ? ChevronDown : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={sort}
      className={cn(
        "h-8 border-b bg-sunken px-3 text-xs font-medium whitespace-nowrap text-muted",
        numeric ? "text-right" : "text-left",
        className,
      )}
      {...rest}
    >
      {href === undefined ? (
        children
      ) : (
        <Link
          href={href}
          scroll={false}
          onNavigate={follow(href, onFollow)}
          className={cn("inline-flex min-h-6 items-center gap-1 rounded hover:text-text", sort && "text-text")}
        >
          {children}
          <Icon aria-hidden className="size-3.5" />
        </Link>
      )}
    </th>
  );
}

export const Cell = ({ numeric = false, className, ...rest }: ComponentProps<"td"> & { numeric?: boolean }) => (
  <td className={cn(cell, numeric && "text-right whitespace-nowrap", className)} {...rest} />
);

/** The cell that names its row: what a screen reader says before each other cell. A long name wraps, and leaves the others room. */
export const RowHead = ({ className, ...rest }: ComponentProps<"th">) => (
  <th scope="row" className={cn(cell, "max-w-80 min-w-40 text-left font-medium wrap-anywhere", className)} {...rest} />
);
