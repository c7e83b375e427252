/** At most this many lines above zero. */
const MOST = 4;

/** Round numbers from 0 to the first one that is not below `max`, all as far apart; whole ones, as counts are. */
export function ticksTo(max: number): number[] {
  const least = Math.max(max / MOST, 1);
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 5].find((factor) => factor * power >= least) ?? 10) * power;
  return Array.from({ length: Math.max(Math.ceil(max / step), 1) + 1 }, (_, index) => index * step);
}
