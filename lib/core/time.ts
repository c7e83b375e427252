/** Where "now" comes from: the edge asks once a request and passes it in; no rule reads the clock. */
export const clock = (): Date => new Date();

export const minutes = (n: number): number => n * 60_000;
export const hours = (n: number): number => n * 3_600_000;
export const days = (n: number): number => n * 86_400_000;

export const later = (from: Date, milliseconds: number): Date => new Date(from.getTime() + milliseconds);

/** `2020-03-29T10:26:51Z`: an instant to the second. */
export const toSecond = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`;

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-][01]\d:[0-5]\d)?)?$/;

/** Years that both databases and every reply can say, in any zone. */
export const isYear = (year: number): boolean => year >= 1900 && year <= 9998;

/** `2026-11` */
export const isMonth = (text: string): boolean =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(text) && isYear(Number(text.slice(0, 4)));

/** An ISO 8601 date or instant of such a year, of UTC where it names no zone; undefined for any other text. */
export function instantOf(text: string): Date | undefined {
  const found = INSTANT.exec(text.toUpperCase());
  if (!found) return undefined;
  const [whole, year, month, day, time, , , , zone] = found;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (!isYear(Number(year)) || month === "00" || Number(month) > 12 || day === "00" || Number(day) > last)
    return undefined;
  return new Date(time && !zone ? `${whole}Z` : whole);
}

/** Alive at t is start ≤ t < end. */
export const aliveAt = (span: { startedAt: Date; endedAt: Date | null }, at: Date): boolean =>
  span.startedAt <= at && (span.endedAt === null || at < span.endedAt);
