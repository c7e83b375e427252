import countries from "i18n-iso-countries";
import english from "i18n-iso-countries/langs/en.json" with { type: "json" };
import { sortKey, TEXT_LIMIT } from "./text";

countries.registerLocale(english);

const names = new Intl.DisplayNames(["en"], { type: "region" });

/** Every ISO 3166-1 alpha-2 code, upper case. */
export const countryCodes: readonly string[] = Object.keys(countries.getAlpha2Codes()).sort();
/** Looked up once: to ask for a name takes a microsecond, and lists show many. */
const nameByCode = new Map(countryCodes.map((code) => [code, names.of(code) ?? code]));

export const isCountry = (code: string): boolean => nameByCode.has(code);

/** "United States" for US; empty for an empty code. */
export const countryName = (code: string): string => nameByCode.get(code) ?? code;

/** ISO's short names, former and common ones, where the libraries have others. */
const others: Record<string, readonly string[]> = {
  BO: ["Bolivia (Plurinational State of)"],
  CD: ["DR Congo"],
  CV: ["Cabo Verde"],
  GB: ["United Kingdom of Great Britain and Northern Ireland"],
  KG: ["Kyrgyz Republic"],
  KP: ["Korea (Democratic People's Republic of)"],
  LY: ["Libyan Arab Jamahiriya"],
  MK: ["Macedonia", "Macedonia (the former Yugoslav Republic of)"],
  MM: ["Burma"],
  MO: ["Macau"],
  SH: ["Saint Helena, Ascension and Tristan da Cunha"],
  SK: ["Slovak Republic"],
  SZ: ["Swaziland"],
  TL: ["East Timor"],
  TW: ["Republic of China"],
  VA: ["Holy See", "Vatican"],
  VE: ["Venezuela (Bolivarian Republic of)"],
  VN: ["Viet Nam"],
};

/**
 * What a name is known by: the words that tell, in whatever order, so that "Korea, Republic of", "Korea (the Republic of)"
 * and "Republic of Korea" are one.
 */
const wordsOf = (name: string): string =>
  sortKey(name)
    .replaceAll(".", "")
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => (word === "st" ? "saint" : word))
    .filter((word) => !["", "the", "of", "and"].includes(word))
    .sort()
    .join(" ");

const byWords = new Map<string, string>();
for (const more of [Object.fromEntries(nameByCode), countries.getNames("en", { select: "all" }), others]) {
  for (const [code, called] of Object.entries(more)) {
    // Two countries are called Congo: the shorter name is that of the one that ISO calls so, which comes first.
    for (const words of [called].flat().map(wordsOf)) if (!byWords.has(words)) byWords.set(words, code);
  }
}

/** What a state is, where its short name follows. */
const FORM = /^(the )?(republic|kingdom|state|commonwealth) of (the )?/i;

/** The code of an English name, an alias of it or a code of two or three letters; undefined where there is none. */
export function countryOf(text: string): string | undefined {
  if (text.length > TEXT_LIMIT) return undefined;
  const name = text.trim();
  const code = name.toUpperCase();
  if (nameByCode.has(code)) return code;
  return countries.alpha3ToAlpha2(code) ?? byWords.get(wordsOf(name)) ?? byWords.get(wordsOf(name.replace(FORM, "")));
}

const languages = new Intl.DisplayNames(["en"], { type: "language" });
const letters = [..."abcdefghijklmnopqrstuvwxyz"];

let codes: readonly string[] | undefined;

function allLanguages(): readonly string[] {
  const known = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => known.of(code) !== undefined && new Intl.Locale(code).language === code);
}

/** Every ISO 639-1 code that has a name and stands for no other one: looked for when they are first asked for. */
export function languageCodes(): readonly string[] {
  codes ??= allLanguages();
  return codes;
}

/** "German" for de; empty for an empty code. */
export const languageName = (code: string): string => (code === "" ? "" : (languages.of(code) ?? code));
