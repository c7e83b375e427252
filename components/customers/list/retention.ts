const DAY = 86_400_000;
const KEPT = 30 * DAY;

/** Whole days in which a customer can still be restored; none once its time is over. */
export const daysLeft = (deletedAt: string, now: number): number =>
  Math.max(Math.ceil((Date.parse(deletedAt) + KEPT - now) / DAY), 0);
