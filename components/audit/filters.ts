/** The address of the page is its filter: the parameters that the API takes. */
export const AUDIT = "/portal/audit";

export const auditFilters = [
  "actor",
  "action",
  "surface",
  "customer_id",
  "subject_id",
  "correlation_id",
  "from",
  "to",
] as const;
export type AuditFilters = Partial<Record<(typeof auditFilters)[number], string>>;

/** What is asked for; a field that was left empty asks for nothing. */
export function filtersOf(get: (name: string) => string | null | undefined): AuditFilters {
  return Object.fromEntries(
    auditFilters.flatMap((name) => {
      const value = get(name)?.trim();
      return value ? [[name, value]] : [];
    }),
  );
}

export function auditHref(filters: AuditFilters, cursor?: string): string {
  const query = new URLSearchParams({ ...filters, ...(cursor === undefined ? {} : { cursor }) });
  return query.size > 0 ? `${AUDIT}?${query}` : AUDIT;
}
