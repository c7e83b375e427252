const LONGEST = 253;
/** What may stand in a name before it is brought to ASCII: no ASCII but letters, digits, hyphens and dots. */
const SPELLING = /^[^\u0000-\u002c\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007f]+$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * A DNS name in the form in which it is kept and compared: ASCII (IDNA), lower case, without the root's dot. Undefined
 * for what is no name of a host in a domain: a single label, an address, a label that is too long or oddly spelled.
 */
export function domainName(text: string): string | undefined {
  const given = text.trim();
  // The conversion takes time that grows with the square of the length, and shortens a name to a quarter at most.
  if (given.length > 4 * LONGEST || !SPELLING.test(given)) return undefined;
  // A URL's host goes through exactly this conversion, in browsers and in Node.
  const url = `http://${given}/`;
  const name = URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, "") : "";
  const labels = name.split(".");
  const fits = name.length <= LONGEST && labels.length > 1 && labels.every((label) => LABEL.test(label));
  return fits && !/^\d+$/.test(labels.at(-1) ?? "") ? name : undefined;
}
