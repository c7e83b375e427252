import { offerTypes } from "../../lib/core/money";
import type { Rng } from "./rng";
import type { Row } from "./rows";

export type Provider = Row<"providers">;

/** Where Microsoft sells through partners; enough of the list to need scrolling. */
const microsoftCountries =
  "AE AL AR AT AU BA BE BG BR CA CH CL CN CO CR CY CZ DE DK DZ EC EE EG ES FI FR GB GE GR GT HK HR HU ID IE IL IN IS IT JO JP KE KR KW KZ LB LK LT LU LV MA MD ME MK MT MX MY NG NL NO NZ OM PA PE PH PK PL PT QA RO RS RU SA SE SG SI SK TH TN TR TW UA US UY VN ZA".split(
    " ",
  );

const common = {
  disambiguation: null,
  cseSyntax: null,
  standaloneIncompatible: false,
  osVersion: null,
  publicApiUrl: null,
  isPrivate: false,
  offerTypes: [],
  supportedCountries: [],
};

const openstack = {
  ...common,
  kind: "openstack" as const,
  requiredCredentials: ["username", "password", "project_name", "user_domain_name"],
  discoverable: true,
  cseSyntax: "heat",
  osVersion: "2024.1",
};

/** The clouds of this installation. The last one is open to the second CSP alone. */
export function makeProviders(rng: Rng, createdAt: Date) {
  const make = (values: Omit<Provider, "id" | "createdAt">): Provider => ({
    id: rng.id(createdAt),
    ...values,
    createdAt,
  });
  const microsoft = make({
    ...common,
    name: "Microsoft",
    kind: "microsoft",
    requiredCredentials: ["tenant_id", "client_id", "client_secret"],
    discoverable: false,
    standaloneIncompatible: true,
    offerTypes: [...offerTypes],
    supportedCountries: microsoftCountries,
  });
  const aws = make({
    ...common,
    name: "AWS",
    kind: "aws",
    disambiguation: "commercial regions",
    requiredCredentials: ["access_key_id", "secret_access_key"],
    discoverable: true,
    cseSyntax: "cloud-init",
  });
  const azure = make({
    ...common,
    name: "Azure",
    kind: "azure",
    requiredCredentials: ["tenant_id", "subscription_id", "client_id", "client_secret"],
    discoverable: true,
    cseSyntax: "cloud-init",
    offerTypes: ["azurePlan", "azureReservation", "azureLegacy", "azureSavingsPlan"],
  });
  const ormucoNa = make({
    ...openstack,
    name: "Ormuco NA",
    disambiguation: "North America",
    publicApiUrl: "https://na.ormuco.example:5000/v3",
  });
  const ormucoEu = make({
    ...openstack,
    name: "Ormuco EU",
    disambiguation: "Europe",
    publicApiUrl: "https://eu.ormuco.example:5000/v3",
    osVersion: "2023.2",
  });
  const southport = make({
    ...openstack,
    name: "Southport Private Cloud",
    disambiguation: "private",
    publicApiUrl: "https://cloud.southport.example:5000/v3",
    isPrivate: true,
  });
  return { microsoft, aws, azure, ormucoNa, ormucoEu, southport };
}
