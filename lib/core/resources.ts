/** Eight kinds with a start and an end; the ninth, object storage, is sampled. */
export const resourceKinds = [
  "dns_zones",
  "floating_ips",
  "load_balancers",
  "server_snapshots",
  "servers",
  "volume_snapshots",
  "volumes",
  "vpn_site_connections",
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** What only some kinds have; ids are those of the provider. */
export interface ResourceAttributes {
  ip_address?: string;
  server_id?: string;
  size_bytes?: number;
  flavor?: string;
  size_gb?: number;
  volume_id?: string;
  volume_type?: string;
}

/** Decimal: what providers bill by. */
export const GIGABYTE = 1_000_000_000;

/** The size that a resource is billed by, in GB; undefined for kinds that have none. Volumes are told in GB as they are. */
export const sizeInGb = ({ size_gb, size_bytes }: ResourceAttributes): number | undefined =>
  size_gb ?? (size_bytes === undefined ? undefined : size_bytes / GIGABYTE);
