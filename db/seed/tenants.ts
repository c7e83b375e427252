import { sortKey } from "../../lib/core/text";
import { days, later } from "../../lib/core/time";
import type { Provider } from "./providers";
import type { Rng } from "./rng";
import type { Row, Rows } from "./rows";

/** The demo's resellers. A house reseller serves its CSP's direct customers. */
export type PlaceName = "a" | "b" | "c" | "house" | "other" | "other-house";

interface Site {
  name: PlaceName;
  reseller: string;
  /** Its own company, which is its admin customer. */
  company: string;
  country: string;
  /** Of the demo's customers, in 360ths. */
  share: number;
  groups: readonly string[];
  skins: readonly string[];
}

const sites: readonly (readonly [csp: string, domain: string, sites: readonly Site[]])[] = [
  [
    "Northwind Cloud",
    "portal.northwind.example",
    [
      site("house", "direct", "Northwind Cloud", "GB", 15),
      site(
        "a",
        "Aurora Cloud Partners",
        "Aurora Cloud Partners GmbH",
        "DE",
        200,
        ["aurora-day", "aurora-night"],
        ["Healthcare", "Public sector", "Pilot programme"],
      ),
      site(
        "b",
        "Blue Heron IT",
        "Blue Heron IT Ltd",
        "IE",
        80,
        ["heron", "heron-classic"],
        ["Finance", "Retail", "Schools"],
      ),
      site("c", "Cobalt Systems", "Cobalt Systems, Lda.", "PT", 20),
    ],
  ],
  [
    "Southport Digital",
    "cloud.southport.example",
    [
      site("other-house", "direct", "Southport Digital", "US", 5),
      site("other", "Harbour & Hale Networks", "Harbour & Hale Networks Inc.", "US", 40),
    ],
  ],
];

function site(
  name: PlaceName,
  reseller: string,
  company: string,
  country: string,
  share: number,
  skins: readonly string[] = [],
  groups: readonly string[] = [],
): Site {
  return { name, reseller, company, country, share, groups, skins };
}

/** One reseller with all that its customers can have. */
export interface Place extends Omit<Site, "reseller" | "skins" | "groups"> {
  csp: Row<"csps">;
  reseller: Row<"resellers">;
  providers: readonly Provider[];
  plans: readonly Row<"billingPlans">[];
  skins: readonly string[];
  groups: readonly Row<"userGroups">[];
}

const plans = [
  ["Starter", 5],
  ["Business", 50],
  ["Enterprise", 500],
  ["Unlimited", null],
] as const;

const colours = [
  { primary: "#0b5fa5", background: "#ffffff", text: "#1b2430" },
  { primary: "#8ab4f8", background: "#12161c", text: "#e8ecf1" },
];

/** A small mark for the bar at the top: what a reseller would upload as its logo. */
const logo = (colour: string): string =>
  `data:image/svg+xml;base64,${Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="12" fill="none" stroke="${colour}" stroke-width="4"/></svg>`,
  ).toString("base64")}`;

/** Adds both CSPs with their plans, resellers, skins and groups. `open` says which providers a CSP sells. */
export function addTenants(rows: Rows, rng: Rng, now: Date, open: readonly (readonly Provider[])[]): Place[] {
  return sites.flatMap(([name, domain, resellers], i) => {
    const since = later(now, -days(900 - i));
    const csp = { id: rng.id(since), name, domain, createdAt: since };
    rows.csps.push(csp);
    const providers = open[i] ?? [];
    rows.cspProviders.push(...providers.map(({ id }) => ({ cspId: csp.id, providerId: id })));
    const planRows = plans.map(([plan, concurrency]) => {
      return { id: rng.id(since), cspId: csp.id, name: plan, concurrency, createdAt: since };
    });
    rows.billingPlans.push(...planRows);
    return resellers.map((one, j) => addReseller(rows, rng, one, csp, providers, planRows, later(since, days(20 * j))));
  });
}

function addReseller(
  rows: Rows,
  rng: Rng,
  { reseller: name, groups, skins, ...site }: Site,
  csp: Row<"csps">,
  providers: readonly Provider[],
  planRows: readonly Row<"billingPlans">[],
  createdAt: Date,
): Place {
  const dates = { createdAt, modifiedAt: createdAt, version: 1 };
  const reseller = {
    id: rng.id(createdAt),
    cspId: csp.id,
    name,
    sortName: sortKey(name),
    isHouse: name === "direct",
    ...dates,
  };
  rows.resellers.push(reseller);
  const path = { cspId: csp.id, resellerId: reseller.id };
  for (const [i, skin] of skins.entries()) {
    const look = colours[i % colours.length]!;
    rows.skins.push({
      id: rng.id(createdAt),
      ...path,
      name: skin,
      colours: look,
      logo: logo(look.background),
      ...dates,
    });
  }
  const groupRows = groups.map((group) => {
    const description = `Customers of ${name}: ${group.toLowerCase()}`;
    return { id: rng.id(createdAt), ...path, name: group, description, createdAt };
  });
  rows.userGroups.push(...groupRows);
  return { ...site, csp, reseller, providers, plans: planRows, skins, groups: groupRows };
}
