import { fold, sortKey } from "../../lib/core/text";
import { days, later, minutes } from "../../lib/core/time";
import type { Company } from "./companies";
import type { Rng } from "./rng";
import type { Row } from "./rows";
import type { Place } from "./tenants";

export type Customer = Row<"customers">;

/** What a customer is in the demo; the rest of its data follows from it. */
export type Part = "admin" | "showcase" | "neighbour" | "any";

const descriptions = [
  "Prefers changes on Tuesdays.",
  "Three sites, one contract.\nAsk for the site code on every call.",
  "Moved here from an on-premises data centre.",
  "Seasonal business: doubles its servers in November.",
  "Non-profit; quarterly review of all limits.",
];

/** Positions in a reseller's list decide what must not be left to chance; chance decides the rest. */
function statusOf(part: Part, i: number): Customer["status"] {
  if (part !== "any") return "ACTIVE";
  if (i % 7 === 5) return "CONFIGURED";
  return i % 9 === 7 ? "DISABLED" : "ACTIVE";
}

/** Some were deleted and can be restored; one is about to be purged for good. */
function deletionOf(part: Part, i: number, rng: Rng, now: Date): Date | null {
  if (part !== "any") return null;
  if (i === 12) return later(now, -days(31));
  return i % 23 === 8 ? rng.instant(later(now, -days(20)), later(now, -days(1))) : null;
}

export function makeCustomer(rng: Rng, place: Place, company: Company, part: Part, i: number, now: Date): Customer {
  const status = statusOf(part, i);
  const deletedAt = deletionOf(part, i, rng, now);
  const oldest = later(place.reseller.createdAt, minutes(5));
  const newest = later(now, -days(deletedAt ? 40 : 1));
  const createdAt =
    part === "admin"
      ? place.reseller.createdAt
      : part === "showcase" || part === "neighbour"
        ? later(now, -days(part === "showcase" ? 725 : 600))
        : rng.instant(new Date(Math.max(oldest.getTime(), later(now, -days(730)).getTime())), newest);
  const soon = (from: Date, most: number) =>
    new Date(Math.min(rng.instant(from, later(from, most)).getTime(), newest.getTime()));
  const validatedAt = status === "CONFIGURED" && rng.chance(0.6) ? null : soon(createdAt, days(3));
  const firstActivatedAt = status === "CONFIGURED" || !validatedAt ? null : soon(validatedAt, days(9));
  // The kind that a script makes with little more than a name.
  const isLean = status === "CONFIGURED" && rng.chance(0.4);
  const person = isLean ? emptyPerson : personOf(company);
  return {
    id: rng.id(createdAt),
    cspId: place.csp.id,
    resellerId: place.reseller.id,
    name: company.name,
    foldedName: fold(company.name),
    sortName: sortKey(company.name),
    status,
    admin: part === "admin",
    externalId: rng.chance(0.6) || part === "showcase" ? `hub-${rng.digits("######")}` : null,
    externalMetadata: rng.chance(0.35)
      ? {
          hub: rng.pick(["eu-1", "na-2", "apac-1"]),
          tier: rng.pick(["gold", "silver"]),
          since: createdAt.getUTCFullYear(),
        }
      : {},
    internalIdentifier: rng.chance(0.7) ? `C-${rng.digits("#####")}` : "",
    licensingEnabled: rng.chance(0.25),
    skinNames: skinsOf(rng, place, part),
    description: rng.chance(0.3) ? rng.pick(descriptions) : "",
    taxId: isLean ? "" : company.taxId,
    addressLine1: company.addressLine1,
    addressLine2: company.addressLine2,
    city: company.city,
    state: isLean ? "" : company.state,
    zip: isLean ? "" : company.zip,
    country: company.region.country,
    ...person,
    validatedAt,
    firstActivatedAt,
    billingStatus: billingOf(rng, status, part),
    signupIp: rng.chance(0.5) ? `203.0.113.${rng.int(1, 254)}` : "",
    defaultProjectId: null,
    resourceGroupId: rng.chance(0.2) ? rng.id(place.csp.createdAt) : null,
    retentionPolicyId: rng.chance(0.1) ? rng.id(place.csp.createdAt) : null,
    profile: part === "showcase" || rng.chance(0.3) ? profileOf(rng, company) : {},
    billingPlanId:
      part === "showcase" ? place.plans[1]!.id : isLean || rng.chance(0.1) ? null : rng.pick(place.plans).id,
    lastActivityAt: activityOf(rng, status, firstActivatedAt, deletedAt ?? now),
    createdAt,
    modifiedAt: deletedAt ?? createdAt,
    deletedAt,
    version: 1,
  };
}

const personOf = (company: Company) => ({
  firstName: company.firstName,
  middleName: company.middleName,
  lastName: company.lastName,
  email: company.email,
  phone: company.phone,
  phoneExtension: company.phoneExtension,
  language: company.region.language,
});

const emptyPerson: ReturnType<typeof personOf> = {
  firstName: "",
  middleName: "",
  lastName: "",
  email: "",
  phone: "",
  phoneExtension: "",
  language: "",
};

/** Some name a skin that nobody made: the page takes the first that exists. */
function skinsOf(rng: Rng, place: Place, part: Part): string[] {
  if (part === "showcase") return ["lumiere-2019", ...place.skins];
  if (place.skins.length === 0 || rng.chance(0.5)) return [];
  return rng.chance(0.2) ? ["retired-look", rng.pick(place.skins)] : [rng.pick(place.skins)];
}

function billingOf(rng: Rng, status: Customer["status"], part: Part): Customer["billingStatus"] {
  if (part !== "any") return "VALID";
  if (status === "CONFIGURED") return "NEW";
  if (status === "DISABLED") return rng.pick(["SUSPENDED", "PAST_DUE"]);
  return rng.chance(0.1) ? "PAST_DUE" : "VALID";
}

const profileOf = (rng: Rng, company: Company): Record<string, unknown> => ({
  "contact-name": `${company.firstName} ${company.lastName}`,
  "contact-email": company.email,
  seats: rng.int(3, 400),
  "on-call": rng.chance(0.3),
});

/** To the minute. Most were here in the last weeks, some not for long. */
function activityOf(rng: Rng, status: Customer["status"], since: Date | null, until: Date): Date | null {
  if (!since) return null;
  const longest = status === "DISABLED" ? days(300) : rng.chance(0.8) ? days(14) : days(200);
  const from = Math.max(since.getTime(), until.getTime() - longest);
  return new Date(Math.floor(rng.int(from, Math.max(from, until.getTime())) / minutes(1)) * minutes(1));
}
