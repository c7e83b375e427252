import { type ByteBase, formatBytes, formatInstant, formatNumber, formatPercent, formatRelative } from "./format";

const Absent = ({ text }: { text: string }) => <span className="text-muted">{text}</span>;

/** Server and browser read the clock at different moments, so the text may differ: the server's stays. */
export function TimeAgo({ value, absent = "Never" }: { value: Date | string | null | undefined; absent?: string }) {
  if (value === null || value === undefined) return <Absent text={absent} />;
  const instant = new Date(value);
  return (
    <time
      dateTime={instant.toISOString()}
      title={formatInstant(instant)}
      suppressHydrationWarning
      className="whitespace-nowrap"
    >
      {formatRelative(instant, new Date())}
    </time>
  );
}

export const Instant = ({ value }: { value: Date | string }) => {
  const instant = new Date(value);
  return (
    <time dateTime={instant.toISOString()} className="whitespace-nowrap">
      {formatInstant(instant)}
    </time>
  );
};

const exact = (bytes: number) => `${formatNumber(bytes)} bytes`;

export const Bytes = ({ value, base }: { value: number; base: ByteBase }) => (
  <span title={exact(value)} className="whitespace-nowrap tabular-nums">
    {formatBytes(value, base)}
  </span>
);

export const Num = ({ value }: { value: number }) => <span className="tabular-nums">{formatNumber(value)}</span>;

/** `ratio` is a part of one. */
export const Percent = ({ ratio }: { ratio: number }) => <span className="tabular-nums">{formatPercent(ratio)}</span>;

/** The name is looked up on the server and passed: the list of countries never goes to the browser. */
export const Country = ({ code, name }: { code: string | null | undefined; name?: string }) =>
  code ? (
    <span className="whitespace-nowrap">
      {name ?? code} {name !== undefined && <span className="text-xs text-muted">{code}</span>}
    </span>
  ) : (
    <Absent text="Not set" />
  );

export const Kbd = ({ children }: { children: string }) => (
  <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded border bg-sunken px-1 font-sans text-xs text-muted">
    {children}
  </kbd>
);
