import type { ResourceKind } from "@/lib/core/resources";
import { formatNumber } from "../ui/format";

/** The nine kinds in the order in which people think of them, as they read. */
export const kindLabels = {
  servers: "Servers",
  volumes: "Volumes",
  server_snapshots: "Server snapshots",
  volume_snapshots: "Volume snapshots",
  floating_ips: "Floating IPs",
  load_balancers: "Load balancers",
  dns_zones: "DNS zones",
  vpn_site_connections: "VPN connections",
  object_storage: "Object storage",
} as const satisfies Record<ResourceKind | "object_storage", string>;

export type Kind = keyof typeof kindLabels;

/** One of them: "Server", "DNS zone". */
export const kindLabel = (kind: Kind): string => kindLabels[kind].replace(/s$/, "");

/** As it stands in a sentence: "1 server", "3 DNS zones". */
export function kindCount(kind: Kind, count: number): string {
  const label = count === 1 ? kindLabel(kind) : kindLabels[kind];
  const word = /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
  return `${formatNumber(count)} ${word}`;
}

// The keys of a constant object are its type's.
export const kinds = Object.keys(kindLabels) as Kind[];
export const isKind = (text: string): text is Kind => Object.hasOwn(kindLabels, text);

/** The colour of a kind is the same in every chart. */
export const kindColour: Record<Kind, string> = {
  servers: "var(--chart-1)",
  volumes: "var(--chart-2)",
  server_snapshots: "var(--chart-3)",
  volume_snapshots: "var(--chart-4)",
  floating_ips: "var(--chart-5)",
  load_balancers: "var(--chart-6)",
  dns_zones: "var(--chart-7)",
  vpn_site_connections: "var(--chart-8)",
  object_storage: "var(--chart-9)",
};
