import { europe } from "./words-europe";
import { world } from "./words-world";

/**
 * What companies of one country are made of. Lists are one text, parted by `, `; a word in another script bears its
 * Latin spelling for addresses after `=`. In `names`, {s} is a stem and {t} a trade.
 */
export interface Region {
  country: string;
  language: string;
  culture: string;
  names: string;
  stems: string;
  trades: string;
  first: string;
  last: string;
  /** `city/state` */
  cities: string;
  /** `#` is a digit here and below. */
  streets: string;
  zip: string;
  phone: string;
  taxId: string;
}

/** More than once: where most customers of these resellers are. */
export const regions: readonly Region[] = [...europe, ...world, ...europe.slice(0, 5)];

export const regionOf = (country: string): Region => {
  const region = regions.find((one) => one.country === country);
  if (!region) throw new Error(`words-europe.ts and words-world.ts know no country ${country}.`);
  return region;
};

/** Names that programs stumble over, each with its country. All of them are reseller A's customers. */
export const notableNames: readonly (readonly [name: string, country: string])[] = [
  ["Kestrel Logistics Ltd", "GB"],
  ["Kestrel Logistics Ltd", "GB"],
  ["O'Hara & Sons", "IE"],
  ["Müller/Schmidt Partnerschaft", "DE"],
  ["100% Bio-Markt Süd", "AT"],
  ["C# Werkstatt #1", "DE"],
  ["株式会社さくら物流", "JP"],
  ["شركة النخيل للتجارة", "AE"],
  ["מעבדות כרמל בע״מ", "IL"],
  ["Łódź Żeglarstwo Sp. z o.o.", "PL"],
  ["Who's Next? Events", "GB"],
  ["L'Atelier d'Été", "FR"],
  ["Ünal + Çelik A.Ş.", "TR"],
  ["A/S Nordsøen", "DK"],
  ['1st Choice "Quick" Print', "US"],
];
