import { z } from "zod";
import { countryOf } from "../../core/countries";
import { customerName, longText, text, uuid } from "../wire";
import { changing, done, ofCustomer, reading } from "./method.contract";

/** cloudapi.txt: customers themselves. */

const status = z
  .enum(["ACTIVE", "CONFIGURED", "DISABLED"], "must be one of ACTIVE, CONFIGURED, DISABLED")
  .meta({ description: "Status of the customer: see listStatuses" });

/** A country's English name, or its ISO code; the code from here on. */
const country = () =>
  z
    .string()
    .overwrite((value) => countryOf(value) ?? value)
    .refine((value) => countryOf(value) === value, "must be the English name of a country")
    .meta({ description: "English name, or ISO 3166-1 alpha-2 code" });

const name = customerName().meta({ description: "Name of the customer" });
const resourcegroupguid = uuid().meta({ description: "Guid of the resource group of the customer" });

const details = {
  description: longText().optional().meta({ description: "Description of the customer" }),
  address: text().optional().meta({ description: "First line of the customer's address" }),
  city: text().optional().meta({ description: "City of the customer" }),
  country: country().optional(),
};

const example = { customerguid: "{customer}" };

export const create = changing({
  name: "create",
  summary: "Create a customer",
  needs: "customers:write",
  args: { name, resourcegroupguid: resourcegroupguid.optional(), ...details },
  result: z.string().meta({ description: "The guid of the new customer" }),
  examples: [{ name: "Blue Harbour Ltd", address: "12 Quay Road", city: "Cork", country: "Ireland" }],
});

export const updateModelProperties = changing({
  name: "updateModelProperties",
  summary: "Update properties: those not given, or given empty, stay",
  needs: "customers:write",
  args: {
    ...ofCustomer,
    name: name.optional(),
    retentionpolicyguid: uuid().optional().meta({ description: "Guid of the retention policy of snapshots" }),
    ...details,
  },
  result: z.string().meta({ description: "The guid of the customer" }),
  examples: [{ customerguid: "{disposable}", city: "Limerick", country: "Ireland" }],
});

export const remove = changing({
  name: "delete",
  summary: "Delete a customer",
  needs: "customers:write",
  args: ofCustomer,
  result: done,
  examples: [{ customerguid: "{disposable}" }],
});

export const list = reading({
  name: "list",
  summary: "List customers",
  needs: "customers:read",
  args: { customerguid: ofCustomer.customerguid.optional() },
  result: z.array(
    z.object({
      guid: z.string(),
      name: z.string(),
      description: z.string(),
      address: z.string(),
      city: z.string(),
      country: z.string(),
      status: z.string(),
    }),
  ),
  examples: [example, {}],
});

export const find = reading({
  name: "find",
  summary: "Find customers: all criteria must match",
  needs: "customers:read",
  args: {
    name: text().optional().meta({ description: "The whole name of the customer, in any case" }),
    status: status.optional(),
    resourcegroupguid: resourcegroupguid.optional(),
  },
  result: z.array(z.string()),
  examples: [{ status: "ACTIVE" }, { name: "{customerName}" }],
});

export const listStatuses = reading({
  name: "listStatuses",
  summary: "List the statuses that a customer can have",
  needs: "customers:read",
  args: {},
  result: z.array(z.string()),
});

export const setStatus = changing({
  name: "setStatus",
  summary: "Set a customer's status",
  needs: "customers:write",
  args: { ...ofCustomer, status },
  result: done,
  examples: [{ customerguid: "{disposable}", status: "ACTIVE" }],
});

const wholeCustomer = ["customers:read", "groups:read", "domains:read"] as const;

export const getObject = reading({
  name: "getObject",
  summary: "Get the root object",
  needs: wholeCustomer,
  args: { rootobjectguid: uuid().meta({ description: "Guid of the customer" }) },
  result: z.string().meta({ description: "The root object as JSON" }),
  examples: [{ rootobjectguid: "{customer}" }],
});

export const getYaml = reading({
  name: "getYAML",
  summary: "Get the root object as YAML",
  needs: wholeCustomer,
  args: ofCustomer,
  result: z.string(),
  examples: [example],
});

export const getXml = reading({
  name: "getXML",
  summary: "Get the root object as XML",
  needs: wholeCustomer,
  args: ofCustomer,
  result: z.string(),
  examples: [example],
});

export const getXmlSchema = reading({
  name: "getXMLSchema",
  summary: "Get the XSD that the XML of getXML validates against",
  needs: "customers:read",
  args: ofCustomer,
  result: z.string(),
  examples: [example],
});

export const listCloudSpaces = reading({
  name: "listCloudSpaces",
  summary: "List the projects that a customer works in",
  needs: ["customers:read", "resources:read"],
  args: ofCustomer,
  result: z.array(
    z.object({
      guid: z.string(),
      name: z.string(),
      providerguid: z.string(),
      providername: z.string(),
      resources: z.int().meta({ description: "How many live resources it has" }),
    }),
  ),
  examples: [example],
});
