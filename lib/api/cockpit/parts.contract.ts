import { z } from "zod";
import { isCountry } from "../../core/countries";
import { isUuid } from "../../core/ids";
import { jsonFault } from "../../core/json";
import { readMicrosoft } from "../../core/microsoft";
import { type MarginRule, marginFault, type OfferTypeMargins, offerTypes } from "../../core/money";
import type { Issue } from "../../core/problem";
import { instantOf } from "../../core/time";
import { customerName, email, filledText, text, uuid } from "../wire";

/** cockpit.txt's body, piece by piece. Null is the same as absent, as .NET's clients send it. */

const custom = (input: unknown, { path, rule, message }: Issue): z.core.$ZodRawIssue => ({
  code: "custom",
  input,
  path: [...path],
  message,
  params: { rule },
});

/** A name out of a list, in any case. */
export const oneOf = <const N extends readonly [string, ...string[]]>(names: N) =>
  z
    .string()
    .overwrite((given) => names.find((name) => name.toLowerCase() === given.toLowerCase()) ?? given)
    .meta({ description: `${names.join(" | ")}, in any case` })
    .pipe(z.enum(names, { error: `must be one of ${names.join(", ")}` }));

const optional = (limit?: number) =>
  text(limit)
    .nullable()
    .transform((value) => value ?? "")
    .optional();

/** What .NET sends where an id was never set. */
const EMPTY_GUID = "00000000-0000-0000-0000-000000000000";

export const optionalGuid = () =>
  uuid()
    .nullish()
    .transform((id) => (id && id !== EMPTY_GUID ? id : undefined));

const instant = () =>
  z
    .string()
    .transform((value, context) => {
      const instant = instantOf(value);
      if (instant) return instant;
      const message = "must be a date, such as 2022-12-28T00:00:00Z";
      context.issues.push(custom(value, { path: [], rule: "format", message }));
      return z.NEVER;
    })
    .meta({ description: "ISO 8601; UTC where it names no zone" });

const country = () =>
  z
    .string()
    .overwrite((code) => code.trim().toUpperCase())
    .check((context) => {
      if (isCountry(context.value)) return;
      const message = "must be a country code (ISO 3166-1 alpha-2), such as PT";
      context.issues.push(custom(context.value, { path: [], rule: "format", message }));
    })
    .meta({ description: "ISO 3166-1 alpha-2" });

/** Those of a customer; a reseller spells `zip` otherwise. */
export const company = {
  companyName: customerName(),
  taxId: optional(),
  country: country(),
  addressLine1: filledText(),
  addressLine2: optional(),
  city: filledText(),
  state: filledText(),
  zip: filledText(30),
  firstName: filledText(),
  middleName: optional(),
  lastName: filledText(),
  email: email(),
  phone: filledText(30),
};

const rules: Record<"markup" | "margin" | "splitMargin" | "erpMinusDiscount", MarginRule> = {
  markup: "markup",
  margin: "margin",
  splitMargin: "split_margin",
  erpMinusDiscount: "erp_minus_discount",
};
const ruleNames = ["markup", "margin", "splitMargin", "erpMinusDiscount"] as const;

export const spelledRule = (rule: MarginRule): string => ruleNames.find((name) => rules[name] === rule) ?? rule;

const Margin = z
  .object({
    marginRule: z.object({ name: oneOf(ruleNames) }),
    value: z.number().meta({ description: "Percent with at most 4 decimals" }),
  })
  .transform(({ marginRule, value }, context) => {
    const margin = { rule: rules[marginRule.name], value: String(value) };
    const message = marginFault(margin.rule, margin.value);
    if (message) context.issues.push(custom(value, { path: ["value"], rule: "range", message }));
    return margin;
  });

/** One property for each offer type, so that their names too are found in any case. */
const byOfferType = {
  license: Margin.nullish(),
  licenseLegacy: Margin.nullish(),
  softwareSubscription: Margin.nullish(),
  perpetualSoftware: Margin.nullish(),
  azurePlan: Margin.nullish(),
  azureReservation: Margin.nullish(),
  azureLegacy: Margin.nullish(),
  azureSavingsPlan: Margin.nullish(),
} satisfies Record<(typeof offerTypes)[number], unknown>;

const unknownTypes = (given: object, at: Issue["path"]): Issue[] =>
  Object.keys(given)
    .filter((name) => !Object.hasOwn(byOfferType, name) && name !== "Value")
    .map((name) => ({
      path: [...at, name],
      rule: "unknown",
      message: `is not an offer type: use ${offerTypes.join(", ")}`,
    }));

const Overrides = z
  .looseObject({ Value: z.looseObject(byOfferType).nullish(), ...byOfferType })
  .transform(({ Value, ...direct }, context): OfferTypeMargins => {
    const faults = [...unknownTypes(direct, []), ...unknownTypes(Value ?? {}, ["Value"])];
    context.issues.push(...faults.map((fault) => custom(direct, fault)));
    const given = { ...direct, ...Value };
    return Object.fromEntries(offerTypes.flatMap((type) => (given[type] ? [[type, given[type]]] : [])));
  });

export const margins = {
  margin: Margin.nullish(),
  offerTypeMargins: Overrides.nullish(),
};

/** JSON inside a string: an object; null where there is nothing in it. */
const JsonText = z
  .string()
  .transform((value, context): Record<string, unknown> | null => {
    if (value.trim() === "") return null;
    const parsed = parsedObject(value);
    const message = parsed ? jsonFault(parsed) : "must be a JSON object in a string";
    if (parsed && !message) return parsed;
    context.issues.push(custom(value, { path: [], rule: "format", message: message ?? "" }));
    return null;
  })
  .meta({ contentMediaType: "application/json" });

function parsedObject(value: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
      ? // JSON's objects have texts as names.
        (parsed as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

export const providerCustomerData = JsonText.nullish();

export const agreementStatuses = [
  "required",
  "linkgenerated",
  "customeraccepted",
  "linkexpired",
  "agreementcreated",
] as const;

const Agreement = z
  .object({
    customerId: optionalGuid(),
    providerInstanceId: optionalGuid(),
    signatoryContact: z
      .object({
        firstName: optional(),
        lastName: optional(),
        email: email(false).nullish(),
        phone: optional(30),
      })
      .nullish(),
    status: z.object({ name: oneOf(agreementStatuses) }).nullish(),
    attestationId: optional(),
    lastUpdate: instant().nullish(),
    dateAgreed: instant().nullish(),
  })
  .transform(({ providerInstanceId, signatoryContact: contact, status, attestationId, lastUpdate, dateAgreed }) => ({
    providerInstanceId,
    status: status?.name ?? ("required" as const),
    signatory: contact
      ? {
          firstName: contact.firstName ?? "",
          lastName: contact.lastName ?? "",
          email: contact.email ?? "",
          phone: contact.phone ?? "",
        }
      : null,
    attestationId: attestationId || null,
    dateAgreed: dateAgreed ?? null,
    updatedAt: lastUpdate ?? null,
  }));

const ProviderCustomer = z.object({
  providerName: optional(),
  providerInstanceId: optionalGuid(),
  providerCustomerId: optional(),
  providerCustomerData,
  ...margins,
  microsoftCustomerAgreement: Agreement.nullish(),
});

type ProviderCustomers = Record<string, Partial<z.output<typeof ProviderCustomer>>>;

/** By provider instance. Also looked at where parts of it are wrong, so that a caller hears of everything at once. */
export const ProviderCustomers = z.record(z.string(), ProviderCustomer).superRefine(
  (value, context) => {
    // Parts that were wrong are what the caller sent.
    for (const issue of typeof value === "object" && value !== null ? faultsOf(value) : []) {
      context.addIssue(custom(value, issue));
    }
  },
  { when: () => true },
);

function faultsOf(entries: ProviderCustomers): Issue[] {
  const seen = new Set<string>();
  return Object.entries(entries).flatMap(([key, entry]): Issue[] => {
    const id = key.toLowerCase();
    if (!isUuid(key)) return [{ path: [key], rule: "format", message: "must be the id of a provider instance" }];
    if (seen.has(id)) return [{ path: [key], rule: "taken", message: "is named twice" }];
    seen.add(id);
    const inner = [["providerInstanceId"], ["microsoftCustomerAgreement", "providerInstanceId"]] as const;
    const others = [entry?.providerInstanceId, entry?.microsoftCustomerAgreement?.providerInstanceId];
    const different = inner.filter((_, index) => others[index] && String(others[index]).toLowerCase() !== id);
    const data = entry?.providerCustomerData;
    const isMicrosoft = String(entry?.providerName).toLowerCase() === "microsoft";
    const faults = isMicrosoft && data && typeof data === "object" ? readMicrosoft(data).faults : [];
    return [
      ...different.map((path): Issue => ({ path: [key, ...path], rule: "invalid", message: `must be ${key}` })),
      ...faults.map((fault): Issue => ({ ...fault, path: [key, "providerCustomerData", ...fault.path] })),
    ];
  });
}

export const Associations = z
  .array(z.object({ resellerId: uuid(), name: optional() }))
  .max(500, "must have at most 500 partners");

export const acceptance = {
  agreementDate: instant(),
  keepPrimaryInformation: z.boolean().nullish(),
  firstName: filledText(),
  lastName: filledText(),
  email: email(),
  phone: optional(30),
};
