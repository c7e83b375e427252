/** Where "now" comes from: the edge asks once a request and passes it in; no rule reads the clock. */
export const clock = (): Date => new Date();

export const minutes = (n: number): number => n * 60_000;
export const hours = (n: number): number => n * 3_600_000;
export const days = (n: number): number => n * 86_400_000;

export const later = (from: Date, milliseconds: number): Date => new Date(from.getTime() + milliseconds);

/** `2020-03-29T10:26:51Z`: an instant to the second. */
export const toSecond = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`;

/** Alive at t is start ≤ t < end. */
export const aliveAt = (span: { startedAt: Date; endedAt: Date | null }, at: Date): boolean =>
  span.startedAt <= at && (span.endedAt === null || at < span.endedAt);
