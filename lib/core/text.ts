/** The longest name, address or city on any surface, in Unicode code points. */
export const TEXT_LIMIT = 255;

/**
 * Normalising sorts the marks on a letter, in time that grows with the square of their number. Long piles of them are cut
 * by joiners before, as Unicode has it for streams (UAX 15), else a request of a megabyte would stop the server.
 */
const cutPiles = (text: string): string =>
  text.length > 1000 ? text.replace(/(?:(?!\u034f)\p{M}){30}(?!\u034f)/gu, "$&\u034f") : text;

/** The one spelling of letters with marks, in which texts are stored and compared. */
export const nfc = (text: string): string => cutPiles(text).normalize("NFC");

/** Trimmed and in NFC. */
export const tidy = (text: string): string => nfc(text).trim();

/** Code points, so that an emoji counts once. */
export const lengthOf = (text: string): number => {
  if (text.length === 0) return 0;
  let count = 0;
  for (const _ of text) count++;
  return count;
};

const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const CONTROL_BUT_BREAKS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** A text that every database, log and terminal can hold: no control characters, no half of a surrogate pair. */
export const isPlain = (text: string): boolean => !CONTROL.test(text) && !LONE_SURROGATE.test(text);

/** As `isPlain`, with line breaks and tabs: descriptions. */
export const isPlainProse = (text: string): boolean => !CONTROL_BUT_BREAKS.test(text) && !LONE_SURROGATE.test(text);

const EMAIL = /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/u;

export const isEmail = (text: string): boolean => EMAIL.test(text);

/** What two names are compared by where case does not count. */
export const fold = (text: string): string => nfc(text).toLowerCase();

/** What a list is ordered and searched by: no case, no accents. Bounded, since index rows are. */
export const sortKey = (text: string): string => {
  const key = cutPiles(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return key.length <= TEXT_LIMIT ? key : Array.from(key).slice(0, TEXT_LIMIT).join("");
};
