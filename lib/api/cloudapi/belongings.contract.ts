import { z } from "zod";
import { capacityUnits, capacityUnitTypes } from "../../core/capacity";
import { domainName } from "../../core/domain-name";
import { isPlain } from "../../core/text";
import { filledText, longText, text, uuid } from "../wire";
import { changing, done, ofCustomer, reading } from "./method.contract";

/** cloudapi.txt: what customers have: capacity, groups and domains. */

/** The page: who the list is about stands beside it. */
const about = {
  customerguid: z.string(),
  login: z.string(),
  email: z.string(),
  firstname: z.string(),
  lastname: z.string(),
};

const units = Object.entries(capacityUnits).map(([type, meaning]) => `${type}: ${meaning}`);
const capacityunittype = z
  .enum(capacityUnitTypes, `must be one of ${capacityUnitTypes.join(", ")}`)
  .meta({ description: units.join("; ") });

const Amount = z.object({
  amount: z.string(),
  capacityunittype: z.string(),
  name: z.string(),
  description: z.string(),
});

const listing = { customerguid: "{customer}" };
const disposable = { customerguid: "{disposable}" };

export const listCapacity = reading({
  name: "listCapacity",
  summary: "List the capacity that a customer has and uses",
  needs: ["customers:read", "capacity:read"],
  args: ofCustomer,
  result: z.array(z.object({ ...about, capacityavailable: z.array(Amount), capacityconsumed: z.array(Amount) })),
  examples: [listing],
});

const adding = (name: string, summary: string) =>
  changing({
    name,
    summary,
    needs: "capacity:write",
    args: {
      ...ofCustomer,
      amount: z.int("must be a whole number").min(1, "must be at least 1").meta({ description: "How many units" }),
      capacityunittype,
      name: text().optional().meta({ description: "Name of the units" }),
      description: longText().optional().meta({ description: "Description of the units" }),
    },
    result: done,
    examples: [{ ...disposable, amount: 16, capacityunittype: "MU", name: "Memory" }],
  });

const removing = (name: string, summary: string) =>
  changing({
    name,
    summary,
    needs: "capacity:write",
    args: { ...ofCustomer, capacityunittype },
    result: done,
    examples: [{ ...disposable, capacityunittype: "CU" }],
  });

export const addCapacityAvailable = adding("addCapacityAvailable", "Add available capacity");
export const addCapacityConsumed = adding("addCapacityConsumed", "Add consumed capacity");
export const removeCapacityAvailable = removing("removeCapacityAvailable", "Remove available capacity of a type");
export const removeCapacityConsumed = removing("removeCapacityConsumed", "Remove consumed capacity of a type");

export const listGroups = reading({
  name: "listGroups",
  summary: "List the cloud user groups that a customer is in",
  needs: ["customers:read", "groups:read"],
  args: ofCustomer,
  result: z.array(
    z.object({
      ...about,
      groups: z.array(z.object({ cloudusergroupguid: z.string(), name: z.string(), description: z.string() })),
    }),
  ),
  examples: [listing],
});

const ofGroup = {
  ...ofCustomer,
  cloudusergroupguid: uuid().meta({ description: "Guid of the cloud user group" }),
};
const membership = { ...disposable, cloudusergroupguid: "{group}" };

export const addCloudUserGroup = changing({
  name: "addCloudUserGroup",
  summary: "Put a customer into a cloud user group",
  needs: "groups:write",
  args: ofGroup,
  result: done,
  examples: [membership],
});

export const removeCloudUserGroup = changing({
  name: "removeCloudUserGroup",
  summary: "Take a customer out of a cloud user group",
  needs: "groups:write",
  args: ofGroup,
  result: done,
  examples: [membership],
});

/** In its ASCII form from here on. */
const domain = z
  .string()
  .overwrite((value) => domainName(value) ?? value)
  .refine((value) => domainName(value) === value, "must be a domain name, such as shop.example.com")
  .meta({ description: "A DNS name, such as shop.example.com" });

const ofDomain = {
  ...ofCustomer,
  username: filledText().meta({ maxLength: undefined, description: "The e-mail address of a user of the portal" }),
  password: z
    .string()
    .refine((value) => value.length <= 1000, "is too long")
    .refine(isPlain, "must not contain control characters")
    .meta({ format: "password", description: "The password of that user" }),
  domain,
};

const portalUser = { username: "{login}", password: "{password}" };

export const registerDomain = changing({
  name: "registerDomain",
  summary: "Register a domain for a customer",
  needs: "domains:write",
  args: ofDomain,
  result: done,
  examples: [{ ...disposable, ...portalUser, domain: "shop-{random}.example" }],
});

export const unregisterDomain = changing({
  name: "unregisterDomain",
  summary: "Take a domain from a customer",
  needs: "domains:write",
  args: ofDomain,
  result: done,
  examples: [{ ...disposable, ...portalUser, domain: "{disposableDomain}" }],
});
