import type { ReactNode } from "react";
import type { z } from "zod";
import { kindCount } from "@/components/resources/kinds";
import { AgreementBadge, StatusBadge } from "@/components/ui/badge";
import { CopyId } from "@/components/ui/copy-id";
import { Num, TimeAgo } from "@/components/ui/values";
import type { ListedCustomer } from "@/lib/api/portal/customers.contract";

/** As it is on the wire: instants are texts. */
export type Listed = Partial<z.input<typeof ListedCustomer>> & { id: string };

export interface Column {
  /** As the API names it, and sorts by it. */
  readonly name: string;
  readonly label: string;
  readonly cell: (customer: Listed) => ReactNode;
  readonly numeric?: true;
  /** The first click shows the greatest first. */
  readonly downFirst?: true;
  /** Only who sees several resellers needs it. */
  readonly cspOnly?: true;
  /** The API cannot sort by it. */
  readonly unsorted?: true;
  /** How it reads in the second line of a row, where a phone has no room for it as a column. */
  readonly second?: (customer: Listed) => ReactNode;
  /** Among the columns that everybody begins with. */
  readonly usual?: true;
}

const None = ({ text }: { text: string }) => <span className="text-muted">{text}</span>;

/** One line a row: the first name, how many more there are, and all of them on hover. */
const Names = ({ of: [first, ...more], of: all }: { of: readonly string[] }) =>
  first === undefined ? (
    <None text="None" />
  ) : (
    <span title={all.join(", ")} className="whitespace-nowrap">
      {first}
      {more.length > 0 && (
        <span className="text-muted">
          {" "}
          +{more.length}
          <span className="sr-only">: {more.join(", ")}</span>
        </span>
      )}
    </span>
  );

/** What a table of customers can show beside their names. */
export const columns: readonly Column[] = [
  {
    name: "status",
    label: "Status",
    usual: true,
    cell: ({ status }) => status && <StatusBadge status={status} />,
    second: ({ status }) => status && <StatusBadge status={status} />,
  },
  {
    name: "reseller",
    label: "Reseller",
    usual: true,
    cspOnly: true,
    cell: ({ reseller }) =>
      reseller?.direct ? (
        <None text="Direct" />
      ) : (
        <span title={reseller?.name} className="block max-w-36 truncate">
          {reseller?.name}
        </span>
      ),
  },
  {
    name: "country",
    label: "Country",
    usual: true,
    cell: ({ country_name }) =>
      country_name ? (
        <span title={country_name} className="block max-w-28 truncate">
          {country_name}
        </span>
      ) : (
        <None text="Not set" />
      ),
    second: ({ country_name }) => country_name,
  },
  {
    name: "providers",
    label: "Providers",
    usual: true,
    cell: ({ providers = [] }) => <Names of={providers.map(({ name }) => name)} />,
  },
  {
    name: "servers",
    label: "Servers",
    usual: true,
    numeric: true,
    downFirst: true,
    cell: ({ servers = 0 }) => <Num value={servers} />,
    second: ({ servers = 0 }) => kindCount("servers", servers),
  },
  {
    name: "agreement",
    label: "Agreement",
    usual: true,
    downFirst: true,
    cell: ({ agreement = null }) => <AgreementBadge status={agreement} />,
  },
  {
    name: "created_at",
    label: "Created",
    usual: true,
    downFirst: true,
    cell: ({ created_at }) => <TimeAgo value={created_at} />,
  },
  {
    name: "last_activity_at",
    label: "Last activity",
    usual: true,
    downFirst: true,
    cell: ({ last_activity_at }) => <TimeAgo value={last_activity_at} />,
  },
  {
    name: "id",
    label: "Id",
    unsorted: true,
    cell: ({ id }) => <CopyId value={id} label="customer id" short />,
  },
];

export const columnsFor = (several: boolean): readonly Column[] => columns.filter(({ cspOnly }) => several || !cspOnly);
