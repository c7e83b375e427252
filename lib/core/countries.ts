import countries from "i18n-iso-countries";
import english from "i18n-iso-countries/langs/en.json" with { type: "json" };
import { fold, TEXT_LIMIT } from "./text";

countries.registerLocale(english);

const names = new Intl.DisplayNames(["en"], { type: "region" });

/** Every ISO 3166-1 alpha-2 code, upper case. */
export const countryCodes: readonly string[] = Object.keys(countries.getAlpha2Codes()).sort();
/** Looked up once: to ask for a name takes a microsecond, and lists show many. */
const nameByCode = new Map(countryCodes.map((code) => [code, names.of(code) ?? code]));
const byName = new Map([...nameByCode].map(([code, name]) => [fold(name), code]));

export const isCountry = (code: string): boolean => nameByCode.has(code);

/** "United States" for US; empty for an empty code. */
export const countryName = (code: string): string => nameByCode.get(code) ?? code;

/** The code of an English name, an alias of it or a code of two or three letters; undefined where there is none. */
export function countryOf(text: string): string | undefined {
  if (text.length > TEXT_LIMIT) return undefined;
  const code = text.trim().toUpperCase();
  if (nameByCode.has(code)) return code;
  const short = countries.alpha3ToAlpha2(code);
  if (short) return short;
  return byName.get(fold(text.trim())) ?? countries.getSimpleAlpha2Code(text.trim(), "en") ?? undefined;
}

const languages = new Intl.DisplayNames(["en"], { type: "language" });

/** "German" for de; empty for an empty code. */
export const languageName = (code: string): string => (code === "" ? "" : (languages.of(code) ?? code));
