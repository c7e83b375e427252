import type { Issue } from "./problem";
import { isEmail, isPlain, lengthOf, TEXT_LIMIT, tidy } from "./text";
import { instantOf } from "./time";

/** What Microsoft wants to know of a partner's customer. Names as its partner programs spell them. */

type Fault = Pick<Issue, "rule" | "message"> | undefined;
type Check = (value: unknown) => Fault;

const wrongType = (what: string): Fault => ({ rule: "type", message: `must be ${what}` });
const format = (message: string): Fault => ({ rule: "format", message });

/** A text; `fits` looks at one that says something. */
const text =
  (limit: number, fits: (value: string) => boolean = () => true, message = ""): Check =>
  (value) => {
    if (typeof value !== "string") return wrongType("a text");
    if (!isPlain(value)) return format("must not contain control characters");
    if (lengthOf(value) > limit) return { rule: "too_long", message: `must be at most ${limit} characters` };
    return value === "" || fits(value) ? undefined : format(message);
  };

const flag: Check = (value) => (typeof value === "boolean" ? undefined : wrongType("true or false"));

const domain: Check = (value) => {
  if (typeof value !== "string") return wrongType("a text");
  const fits = /^[A-Za-z0-9]{1,27}$/.test(value);
  return fits ? undefined : format("must be 1 to 27 letters and digits, without .onmicrosoft.com");
};

const texts: Check = (value) => {
  if (!Array.isArray(value) || value.length > 50) return wrongType("a list of at most 50 texts");
  return value.map(text(TEXT_LIMIT)).find((fault) => fault !== undefined);
};

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

const mail = text(TEXT_LIMIT, isEmail, "must be an e-mail address, such as name@example.com");
const language = text(35, isLanguage, "must be a language tag (BCP 47), such as en-US");
const date = text(40, (value) => instantOf(value) !== undefined, "must be a date, such as 2022-12-28T00:00:00Z");

const checks = {
  Domain: domain,
  CredentialsEmail: mail,
  AcceptedMCA: flag,
  AgreementDate: date,
  KeepPrimaryInformation: flag,
  FirstName: text(TEXT_LIMIT),
  LastName: text(TEXT_LIMIT),
  Email: mail,
  Phone: text(30),
  DefaultCulture: language,
  Language: language,
  AssociatedPartnerId: text(TEXT_LIMIT),
  Qualifications: texts,
  EnableGDAP: flag,
} satisfies Record<string, Check>;

export type MicrosoftField = keyof typeof checks;
export const microsoftFields = Object.keys(checks) as readonly MicrosoftField[];

const byFold = new Map(microsoftFields.map((name) => [name.toLowerCase(), name]));

/** An agreement counts once it is known who agreed, and when. */
const ofAgreement: readonly MicrosoftField[] = ["AgreementDate", "FirstName", "LastName", "Email"];

export interface MicrosoftReading {
  /** The known fields under their own names, as given but for white space around texts. */
  readonly data: Record<string, unknown>;
  readonly faults: readonly Issue[];
}

/** Reads what a caller says of a customer at Microsoft: names in any case; unknown ones are left out. */
export function readMicrosoft(given: Readonly<Record<string, unknown>>): MicrosoftReading {
  const data: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const name = byFold.get(key.toLowerCase());
    if (name) data[name] = typeof value === "string" ? tidy(value) : value;
  }
  const missing = (name: MicrosoftField) => data[name] === undefined || data[name] === null || data[name] === "";
  const faults: Issue[] = [];
  for (const name of microsoftFields) {
    const needed = name === "Domain" ? "is required" : "is required where AcceptedMCA is true";
    if ((name === "Domain" || (data.AcceptedMCA === true && ofAgreement.includes(name))) && missing(name)) {
      faults.push({ path: [name], rule: "missing", message: needed });
    } else if (data[name] !== undefined && data[name] !== null) {
      const fault = checks[name](data[name]);
      if (fault) faults.push({ path: [name], ...fault });
    }
  }
  return { data, faults };
}
