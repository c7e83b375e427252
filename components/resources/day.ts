const DAY = 86_400_000;
const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** "2026-03-04", in UTC: how a day stands in an address. */
export const toDay = (instant: Date): string => instant.toISOString().slice(0, 10);

/** The first instant of a day, or undefined where the text is none. */
export function fromDay(text: string | undefined): Date | undefined {
  if (!text || !FORM.test(text)) return undefined;
  const instant = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(instant.getTime()) || toDay(instant) !== text ? undefined : instant;
}

export const dayAfter = (instant: Date, days = 1): Date => new Date(instant.getTime() + days * DAY);

/** Whole days from one day to another. */
export const daysBetween = (from: Date, until: Date): number => Math.round((until.getTime() - from.getTime()) / DAY);

/** "2026-03": the month of an instant, in UTC. */
export const toMonth = (instant: Date): string => instant.toISOString().slice(0, 7);
