import { company, contact } from "@/components/customer-form/details";

const labels = new Map<string, string>([...company, ...contact].map(({ name, label }) => [name, label]));

/** What people call a column. */
export const columnLabel = (name: string): string => labels.get(name) ?? name;

/** The columns that a file can have, as the export heads them. */
export const importColumns: readonly string[] = [
  "id",
  ...[...company, ...contact].map(({ name }) => name).filter((name) => name !== "reseller_id"),
];
