import { Scalar, stringify } from "yaml";
import { countryName } from "../../core/countries";
import type { AnyScope } from "../../core/scope";
import type { Customer } from "../../domain/customers/customer";
import { domainsOf } from "../../domain/domains/read";
import { groupsOf } from "../../domain/groups/read";

/** cloudapi.md: "The customer's root object". */
export interface RootObject {
  guid: string;
  name: string;
  description: string;
  address: string;
  city: string;
  country: string;
  status: Customer["status"];
  resourcegroupguid: string | null;
  retentionpolicyguid: string | null;
  cloudusergroups: string[];
  domains: string[];
  /** Whether the customer has registered a domain. */
  registered: boolean;
  creationdate: string;
  version: number;
}

export const listed = (customer: Customer) => ({
  guid: customer.id,
  name: customer.name,
  description: customer.description,
  address: customer.addressLine1,
  city: customer.city,
  country: countryName(customer.country),
  status: customer.status,
});

export async function rootObject(scope: AnyScope, customer: Customer): Promise<RootObject> {
  const groups = await groupsOf(scope, customer.id);
  const domains = await domainsOf(scope, customer.id);
  return {
    ...listed(customer),
    resourcegroupguid: customer.resourceGroupId,
    retentionpolicyguid: customer.retentionPolicyId,
    cloudusergroups: groups.map(({ id }) => id),
    domains: domains.map(({ name }) => name),
    registered: domains.length > 0,
    creationdate: customer.createdAt.toISOString(),
    version: customer.version,
  };
}

/** What neither YAML nor XML can say is said as the replacement character. */
export const printable = <T>(value: T): T | string =>
  typeof value === "string" ? value.replace(/[\ufffe\uffff]/g, "\ufffd") : value;

const isEmpty = (value: unknown): boolean =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** What only YAML 1.1 takes for a line break, or for a value of its own, needs quotes to be read alike by both. */
const quoted = (value: unknown): unknown => {
  if (typeof value !== "string" || !/[\u2028\u2029]|^=$/.test(value)) return value;
  const scalar = new Scalar(value);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
};

/** Block style, keys in alphabetical order, empty fields left out; read alike by YAML 1.1 and 1.2. */
export const toYaml = (root: RootObject): string =>
  stringify(
    Object.fromEntries(
      Object.entries(root)
        .filter(([, value]) => !isEmpty(value))
        .map(([name, value]) => [name, quoted(printable(value))]),
    ),
    { sortMapEntries: true, lineWidth: 0, compat: "yaml-1.1", blockQuote: "literal" },
  )
    .replaceAll("\u2028", "\\L")
    .replaceAll("\u2029", "\\P");
