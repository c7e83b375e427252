import CircleCheck from "lucide-react/icons/circle-check";
import type { ReactNode } from "react";
import { AgreementBadge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { formatNumber } from "@/components/ui/format";
import { EmptyState } from "@/components/ui/states";
import { TextLink } from "@/components/ui/text-link";
import type { Overview } from "@/lib/api/portal/overview.contract";

/** So many are in sight; the list has all. */
const SHOWN = 5;

interface Item {
  customer: { id: string; name: string };
  /** The customer's page where it is put right. */
  tab: "providers" | "limits" | "capacity";
  what: ReactNode;
}

interface Group {
  /** What is said of so many customers. */
  title: string;
  count: number;
  items: readonly Item[];
  /** All of them in the list of customers. */
  href: string;
}

export function groupsOf({ agreements, accounts, limits, capacity }: Overview["attention"]): Group[] {
  return [
    {
      title: "with agreements to be signed",
      count: agreements.count,
      href: "/portal/customers?agreement=required,linkexpired",
      items: agreements.first.map(({ customer, agreement }) => ({
        customer,
        tab: "providers" as const,
        what: <AgreementBadge status={agreement} />,
      })),
    },
    {
      title: "with provider accounts in error",
      count: accounts.count,
      href: "/portal/customers?attention=accounts_in_error",
      items: accounts.first.map(({ customer, provider }) => ({ customer, tab: "providers" as const, what: provider })),
    },
    {
      title: "with a limit near the plan's or above",
      count: limits.count,
      href: "/portal/customers?attention=limit_near_plan",
      items: limits.first.map(({ customer, limit, plan }) => ({
        customer,
        tab: "limits" as const,
        what: `${formatNumber(limit)} of ${plan === null ? "no limit" : formatNumber(plan)}`,
      })),
    },
    {
      title: "with more consumed than available",
      count: capacity.count,
      href: "/portal/customers?attention=capacity_over_allocated",
      items: capacity.first.map(({ customer, unit_type, consumed, available }) => ({
        customer,
        tab: "capacity" as const,
        what: `${formatNumber(consumed)} of ${formatNumber(available)} ${unit_type}`,
      })),
    },
  ].filter(({ count }) => count > 0);
}

/** One customer may stand in several lines. */
const customersIn = (items: readonly Item[]): number => new Set(items.map(({ customer }) => customer.id)).size;

const Items = ({ items }: { items: readonly Item[] }) => (
  <ul>
    {items.map(({ customer, tab, what }, index) => (
      // One customer may stand here for several things; the list never moves.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above.
      <li key={index} className="flex items-baseline justify-between gap-3 py-1">
        <TextLink href={`/portal/customers/${customer.id}/${tab}`} className="min-w-0 truncate">
          {customer.name}
        </TextLink>
        <span className="shrink-0 text-xs text-muted tabular-nums">{what}</span>
      </li>
    ))}
  </ul>
);

/** What somebody should look at today. */
export function Attention({ attention }: { attention: Overview["attention"] }) {
  const groups = groupsOf(attention);
  if (groups.length === 0) {
    return (
      <EmptyState icon={<CircleCheck className="size-4 text-success" />} title="Nothing needs your attention">
        Agreements to be signed, accounts in error, limits near the plan's and capacity above what is available are
        listed here.
      </EmptyState>
    );
  }
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {groups.map(({ title, count, items, href }) => (
        <Card
          key={title}
          title={
            <>
              <span className="text-warning tabular-nums">{formatNumber(count)}</span>{" "}
              {count === 1 ? "customer" : "customers"} {title}
            </>
          }
          actions={
            <TextLink href={href}>
              See all<span className="sr-only"> customers {title}</span>
            </TextLink>
          }
        >
          <Items items={items.slice(0, SHOWN)} />
          {count > customersIn(items.slice(0, SHOWN)) && (
            <p className="py-1">
              <TextLink href={href}>
                {formatNumber(count - customersIn(items.slice(0, SHOWN)))} more
                <span className="sr-only"> customers {title}</span>
              </TextLink>
            </p>
          )}
        </Card>
      ))}
    </div>
  );
}
