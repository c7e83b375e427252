import { domainToASCII } from "node:url";
import { tidy } from "../../lib/core/text";
import type { Rng } from "./rng";
import { type Region, regionOf, regions } from "./words";

/** A company and the person to talk to there. */
export interface Company {
  name: string;
  /** At most 27 letters and digits, unlike every other company's: what addresses are made of. */
  slug: string;
  /** In its ASCII form; a few are written in another script. */
  domain: string;
  region: Region;
  taxId: string;
  addressLine1: string;
  addressLine2: string;
  city: string;
  state: string;
  zip: string;
  firstName: string;
  middleName: string;
  lastName: string;
  email: string;
  phone: string;
  phoneExtension: string;
}

interface Word {
  text: string;
  latin: string;
}

const lists = new Map<string, Word[]>();

/** The words of a list in `words-*.ts`, parsed once. */
function words(list: string): Word[] {
  let known = lists.get(list);
  if (!known) {
    known = list.split(", ").map((entry) => {
      const [text = "", latin = text] = entry.split("=");
      return { text, latin };
    });
    lists.set(list, known);
  }
  return known;
}

const letters: Record<string, string> = { ß: "ss", ø: "o", ł: "l", æ: "ae", ı: "i", đ: "d" };

const latinOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ßøłæıđ]/g, (letter) => letters[letter]!)
    .normalize("NFKD")
    .replace(/[^a-z0-9]/g, "");

/** Makes companies that all differ, however many. */
export class Companies {
  private readonly names = new Set<string>();
  private readonly slugs = new Map<string, number>();
  private readonly idns = new Set<string>();

  constructor(private readonly rng: Rng) {}

  any(): Company {
    const region = this.rng.pick(regions);
    const [stem, trade] = [this.rng.pick(words(region.stems)), this.rng.pick(words(region.trades))];
    const pattern = this.rng.pick(words(region.names)).text;
    const name = pattern.replace("{s}", stem.text).replace("{t}", trade.text);
    const company = this.make(name, region, stem.latin + trade.latin);
    // Branches: what two companies of one trade and name are told apart by.
    for (let branch = 1; this.names.has(company.name); branch++) {
      company.name = tidy(`${name} – ${company.city}${branch > 1 ? ` ${branch}` : ""}`);
    }
    this.names.add(company.name);
    return company;
  }

  /** A company whose name is decided; `latin` is what its addresses are made of. */
  named(name: string, country: string, latin = name): Company {
    this.names.add(name);
    return this.make(name, regionOf(country), latin);
  }

  private make(name: string, region: Region, latin: string): Company {
    const { rng } = this;
    const slug = this.slug(latinOf(latin) || `company${region.country.toLowerCase()}`);
    const [city = "", state = ""] = rng.pick(words(region.cities)).text.split("/");
    const [first, last] = [rng.pick(words(region.first)), rng.pick(words(region.last))];
    return {
      name: tidy(name),
      slug,
      domain: (rng.chance(0.06) && this.idn(name)) || `${slug}.example`,
      region,
      taxId: rng.digits(region.taxId),
      addressLine1: tidy(rng.digits(rng.pick(words(region.streets)).text)),
      addressLine2: rng.chance(0.2)
        ? rng.digits(rng.pick(["Building #", "Floor #", "Suite ##0", "c/o Reception"]))
        : "",
      city: tidy(city),
      state: tidy(state),
      zip: rng.digits(region.zip),
      firstName: tidy(first.text),
      middleName: rng.chance(0.12) ? rng.pick(["A.", "J.", "M."]) : "",
      lastName: tidy(last.text),
      email: `${latinOf(first.latin)}.${latinOf(last.latin)}@${slug}.example`,
      phone: rng.digits(region.phone),
      phoneExtension: rng.chance(0.15) ? rng.digits("##") : "",
    };
  }

  /** The name itself as a domain, unless another company has it. */
  private idn(name: string): string {
    const domain = domainToASCII(`${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")}.example`);
    if (!domain.startsWith("xn--") || domain.length > 63 || this.idns.has(domain)) return "";
    this.idns.add(domain);
    return domain;
  }

  private slug(wanted: string): string {
    const base = wanted.slice(0, 20);
    const taken = this.slugs.get(base) ?? 0;
    this.slugs.set(base, taken + 1);
    return taken === 0 ? base : `${base}${taken + 1}`;
  }
}
