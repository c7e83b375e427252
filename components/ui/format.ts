const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 });
const scaled = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

export const formatNumber = (value: number) => whole.format(value);

/** `ratio` is a part of one: 0.42 is "42%". */
export const formatPercent = (ratio: number) => percent.format(ratio);

const ladders = {
  binary: { step: 1024, units: ["B", "KiB", "MiB", "GiB", "TiB", "PiB"] },
  decimal: { step: 1000, units: ["B", "kB", "MB", "GB", "TB", "PB"] },
} as const;

export type ByteBase = keyof typeof ladders;

/** Memory is counted in binary units (GiB), disks and traffic mostly in decimal ones (GB): the caller says which. */
export function formatBytes(bytes: number, base: ByteBase) {
  const { step, units } = ladders[base];
  let value = Math.abs(bytes);
  let rung = 0;
  // Compared as it will be read: 999.96 kB is "1 MB", not "1,000 kB".
  while (Math.round(value * 10) / 10 >= step && rung < units.length - 1) {
    value /= step;
    rung += 1;
  }
  return `${bytes < 0 ? "-" : ""}${scaled.format(value)} ${units[rung]}`;
}

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "just now", "5 minutes ago", "in 3 days", "last month", "13 months ago". What is to come is rounded: a day is "tomorrow". */
export function formatRelative(instant: Date, now: Date) {
  const distance = instant.getTime() - now.getTime();
  const away = Math.abs(distance);
  const inUnits = (size: number, unit: Intl.RelativeTimeFormatUnit) =>
    relative.format(Math.trunc(distance / size), unit);
  if (away < minute) return "just now";
  // What was set for a whole day or hour is some seconds nearer by now.
  if (distance > 0) return ahead(distance);
  if (away < hour) return inUnits(minute, "minute");
  if (away < day) return inUnits(hour, "hour");
  if (away < 30 * day) return inUnits(day, "day");
  if (away < 365 * day) return inUnits(30 * day, "month");
  // "Last year" may be two years ago.
  if (away < 730 * day) return inUnits((365 / 12) * day, "month");
  return inUnits(365 * day, "year");
}

const steps = [
  { size: minute, unit: "minute", end: 60 },
  { size: hour, unit: "hour", end: 24 },
  { size: day, unit: "day", end: 30 },
  { size: (365 / 12) * day, unit: "month", end: 24 },
  { size: 365 * day, unit: "year", end: Infinity },
] as const;

function ahead(distance: number): string {
  const found = steps.find(({ size, end }) => Math.round(distance / size) < end) ?? steps[4];
  return relative.format(Math.round(distance / found.size), found.unit);
}

/** The same text on every machine: "2026-03-04 12:33:05 UTC". */
export const formatInstant = (instant: Date) => `${instant.toISOString().slice(0, 19).replace("T", " ")} UTC`;
