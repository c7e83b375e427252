import { XMLBuilder } from "fast-xml-parser";
import { customerStatuses } from "../../domain/customers/customer";
import { printable, type RootObject } from "./root-object";

/** In the order of the document: the type of each field, or the name and type of the items of a list. */
const fields = {
  guid: "guid",
  name: "xs:string",
  description: "xs:string",
  address: "xs:string",
  city: "xs:string",
  country: "xs:string",
  status: "status",
  resourcegroupguid: "guid",
  retentionpolicyguid: "guid",
  cloudusergroups: { item: "guid", type: "guid" },
  domains: { item: "domain", type: "xs:string" },
  registered: "xs:boolean",
  creationdate: "xs:dateTime",
  version: "xs:positiveInteger",
} as const satisfies Record<keyof RootObject, string | { item: string; type: string }>;

// The keys of a constant object are its type's.
const names = Object.keys(fields) as (keyof RootObject)[];

const builder = new XMLBuilder({ format: true, ignoreAttributes: false, suppressBooleanAttributes: false });

const declaration = { "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" } };

/** The root object as XML that `xmlSchema` describes; a field without a value is left out. */
export function toXml(root: RootObject): string {
  const customer: Record<string, unknown> = {};
  for (const name of names) {
    const [field, value] = [fields[name], root[name]];
    if (value !== null) customer[name] = typeof field === "string" ? printable(value) : { [field.item]: value };
  }
  // Whoever parses XML takes a bare carriage return for a line feed.
  return builder.build({ ...declaration, customer }).replaceAll("\r", "&#13;");
}

const optional = new Set<keyof RootObject>(["resourcegroupguid", "retentionpolicyguid"]);

const element = (name: keyof RootObject) => {
  const field = fields[name];
  if (typeof field === "string") {
    return { "@_name": name, "@_type": field, ...(optional.has(name) && { "@_minOccurs": "0" }) };
  }
  const item = { "@_name": field.item, "@_type": field.type, "@_minOccurs": "0", "@_maxOccurs": "unbounded" };
  return { "@_name": name, "xs:complexType": { "xs:sequence": { "xs:element": item } } };
};

const restricted = (name: string, facet: string, values: readonly string[]) => ({
  "@_name": name,
  "xs:restriction": { "@_base": "xs:string", [facet]: values.map((value) => ({ "@_value": value })) },
});

/** The XSD of `toXml`. */
export const xmlSchema: string = builder.build({
  ...declaration,
  "xs:schema": {
    "@_xmlns:xs": "http://www.w3.org/2001/XMLSchema",
    "xs:simpleType": [
      restricted("guid", "xs:pattern", ["[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"]),
      restricted("status", "xs:enumeration", customerStatuses),
    ],
    "xs:element": { "@_name": "customer", "xs:complexType": { "xs:sequence": { "xs:element": names.map(element) } } },
  },
});
