/** The address of the page is its filter: the parameters that the API takes. */
export const AUDIT = "/portal/audit";

const DAY = 86_400_000;

export const auditFilters = [
  "actor",
  "action",
  "surface",
  "reseller_id",
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
      // An address made by hand may hold U+0000, which no field of a page can show.
      const value = get(name)?.replaceAll("\u0000", "").trim();
      return value ? [[name, value]] : [];
    }),
  );
}

/** What the API is asked: up to a day means with that day, while the API's `to` is the first instant that no longer counts. */
export function askedOf(filters: AuditFilters): AuditFilters {
  const { to } = filters;
  const last = to && /^\d{4}-\d{2}-\d{2}$/.test(to) ? Date.parse(to) : Number.NaN;
  return Number.isNaN(last) ? filters : { ...filters, to: new Date(last + DAY).toISOString().slice(0, 10) };
}

export function auditHref(filters: AuditFilters, cursor?: string): string {
  const query = new URLSearchParams({ ...filters, ...(cursor === undefined ? {} : { cursor }) });
  return query.size > 0 ? `${AUDIT}?${query}` : AUDIT;
}
