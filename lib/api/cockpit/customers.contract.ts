import { z } from "zod";
import { contract } from "../contract";
import { text, uuid, wholeNumber } from "../wire";
import {
  Associations,
  acceptance,
  company,
  margins,
  oneOf,
  optionalGuid,
  ProviderCustomers,
  providerCustomerData,
} from "./parts.contract";
import { Customer, page } from "./replies.contract";

const tag = "Customers";
const id = z.object({ id: uuid().meta({ description: "The customer's id" }) });
const resellerId = optionalGuid().meta({ description: "A reseller with which the customer has to have a relation" });
const relation = z.object({ resellerId });
const params = { id: "{customer}" };

export const paging = {
  pageNumber: wholeNumber({ min: 1, max: 2_147_483_647 }).default(1).meta({ description: "The page's number, from 1" }),
  pageSize: wholeNumber({ min: 1, max: 2000 }).default(25).meta({ description: "How many items a page has" }),
};

const flag = () => oneOf(["true", "false"]).transform((value) => value === "true");

const blueHarbour = {
  companyName: "Blue Harbour Lda",
  taxId: "PT501234567",
  country: "PT",
  addressLine1: "Rua do Ouro 12",
  addressLine2: null,
  city: "Lisboa",
  state: "Lisboa",
  zip: "1100-063",
  firstName: "Inês",
  middleName: null,
  lastName: "Carvalho",
  email: "ines@blueharbour.example",
  phone: "+351 21 555 0134",
  internalIdentifier: "BH-77",
};

const microsoftData = JSON.stringify({
  Domain: "BlueHarbour",
  CredentialsEmail: "ines@blueharbour.example",
  AcceptedMCA: true,
  AgreementDate: "2026-01-15T00:00:00Z",
  KeepPrimaryInformation: true,
  FirstName: "Inês",
  LastName: "Carvalho",
  Email: "ines@blueharbour.example",
  Phone: "215550134",
  DefaultCulture: "pt-PT",
  Language: "pt",
  AssociatedPartnerId: null,
  Qualifications: [],
  EnableGDAP: true,
});

const margin = { marginRule: { name: "markup" }, value: 10.6 };

export const listCustomers = contract({
  id: "listCustomers",
  method: "GET",
  path: "/v1/Customers",
  tag,
  summary: "List all customers",
  needs: ["customers:read", "accounts:read"],
  query: z.object({
    ...paging,
    searchValue: text().optional().meta({ description: "Only customers in whose `searchField` this is found" }),
    searchField: oneOf(["Company.Name", "Domain", "InternalIdentifier", "ProviderCustomerId"]).default("Company.Name"),
    sortPropertyName: oneOf(["Company.Name"]).optional(),
    ascending: flag().default(true),
    resellerId: optionalGuid().meta({ description: "Only customers of this reseller" }),
    includeDeleted: flag().default(false),
    continuationToken: z.string().max(4000).optional().meta({
      description: "That of the page before: goes on behind its last customer, whatever came or went meanwhile",
    }),
  }),
  reply: page(Customer),
  status: 200,
  problems: ["request.invalid"],
  examples: [
    {},
    { query: { pageNumber: "1", pageSize: "2", searchValue: "a", searchField: "Domain", ascending: "false" } },
  ],
});

export const showCustomer = contract({
  id: "showCustomer",
  method: "GET",
  path: "/v1/Customers/{id}",
  tag,
  summary: "Retrieve a customer",
  description: "403 where the customer has no relation with `resellerId`.",
  needs: ["customers:read", "accounts:read"],
  params: id,
  query: relation,
  reply: Customer,
  status: 200,
  examples: [{ params }, { params, query: { resellerId: "{reseller}" } }],
});

export const createCustomer = contract({
  id: "createCustomer",
  method: "POST",
  path: "/v1/Customers",
  tag,
  summary: "Create a customer",
  description: "With its accounts at providers and its partners: all of it or nothing.",
  needs: ["customers:write", "accounts:write"],
  body: z.object({
    id: optionalGuid(),
    ...company,
    internalIdentifier: text().nullish(),
    resellerId: optionalGuid(),
    providerCustomers: ProviderCustomers.nullish(),
    customerAssociations: Associations.nullish(),
  }),
  reply: z.string().meta({ description: "The customer's id" }),
  status: 201,
  problems: ["request.invalid", "customer.id_taken"],
  examples: [
    { body: blueHarbour },
    {
      body: {
        id: "{random}",
        ...blueHarbour,
        resellerId: "{reseller}",
        providerCustomers: {
          "{microsoft}": {
            providerName: "Microsoft",
            providerInstanceId: "{microsoft}",
            providerCustomerId: "f574cf12-a7d6-43fe-9663-1af97b04e5ab",
            providerCustomerData: microsoftData,
            margin,
            offerTypeMargins: { license: { marginRule: { name: "markup" }, value: 10 } },
            microsoftCustomerAgreement: { status: { name: "customeraccepted" }, dateAgreed: "2026-01-15T00:00:00Z" },
          },
        },
        customerAssociations: [{ resellerId: "{reseller}", name: "Aurora Cloud Partners" }],
      },
    },
  ],
});

export const deleteCustomer = contract({
  id: "deleteCustomer",
  method: "DELETE",
  path: "/v1/Customers/{id}",
  tag,
  summary: "Delete a customer",
  needs: "customers:write",
  levels: ["csp"],
  params: id,
  status: 202,
  problems: ["customer.admin_protected"],
  examples: [{ params: { id: "{disposable}" } }],
});

const { companyName, country, addressLine1, city, state, zip, firstName, lastName, email, phone, ...rest } = company;

export const updateAccountInfo = contract({
  id: "updateAccountInfo",
  method: "PATCH",
  path: "/v1/Customers/{id}/account-info",
  tag,
  summary: "Update a customer's company and contact",
  description: "Properties that are not sent stay as they are.",
  needs: "customers:write",
  params: id,
  body: z.object({
    customer: z.object({
      companyName: companyName.optional(),
      country: country.optional(),
      addressLine1: addressLine1.optional(),
      city: city.optional(),
      state: state.optional(),
      zip: zip.optional(),
      firstName: firstName.optional(),
      lastName: lastName.optional(),
      email: email.optional(),
      phone: phone.optional(),
      ...rest,
      internalIdentifier: text().nullish(),
    }),
  }),
  status: 202,
  examples: [{ params: { id: "{disposable}" }, body: { customer: blueHarbour } }],
});

export const updateInternalIdentifier = contract({
  id: "updateInternalIdentifier",
  method: "PATCH",
  path: "/v1/Customers/{id}/internal-identifier",
  tag,
  summary: "Update a customer's internal identifier",
  needs: "customers:write",
  params: id,
  body: z.object({ internalIdentifier: text().nullable(), resellerId: optionalGuid() }),
  status: 204,
  examples: [{ params, body: { internalIdentifier: "BH-78", resellerId: "{reseller}" } }],
});

export const updateMargins = contract({
  id: "updateMargins",
  method: "PATCH",
  path: "/v1/Customers/{id}/margins/{providerInstanceId}",
  tag,
  summary: "Update a customer's margins at a provider",
  description: "A margin that is null is taken away; offer type margins replace all that were there.",
  needs: ["customers:read", "accounts:write"],
  params: id.extend({ providerInstanceId: uuid().meta({ description: "The provider instance's id" }) }),
  body: z.object({ ...margins, resellerId: optionalGuid() }).check((context) => {
    const { margin, offerTypeMargins } = context.value;
    if (margin !== undefined || offerTypeMargins !== undefined) return;
    const message = "is required, or offerTypeMargins is";
    context.issues.push({ code: "custom", input: margin, path: ["margin"], message, params: { rule: "missing" } });
  }),
  status: 204,
  examples: [
    {
      params: { ...params, providerInstanceId: "{microsoft}" },
      body: { margin, offerTypeMargins: { azurePlan: { marginRule: { name: "splitMargin" }, value: 40 } } },
    },
  ],
});

export const acceptAgreement = contract({
  id: "acceptMicrosoftCustomerAgreement",
  method: "PATCH",
  path: "/v1/Customers/{id}/microsoft-customer-agreement",
  tag,
  summary: "Record that the customer has accepted the Microsoft customer agreement",
  needs: ["customers:read", "accounts:write"],
  params: id,
  body: z.object({ providerInstanceId: uuid(), ...acceptance }),
  status: 204,
  examples: [
    {
      params,
      body: {
        providerInstanceId: "{microsoft}",
        agreementDate: "2026-01-15T00:00:00Z",
        keepPrimaryInformation: false,
        firstName: "Inês",
        lastName: "Carvalho",
        email: "ines@blueharbour.example",
        phone: "215550134",
      },
    },
  ],
});

export const addProviderInstance = contract({
  id: "addProviderInstance",
  method: "POST",
  path: "/v1/Customers/{id}/provider-instances",
  tag,
  summary: "Add an account at a provider",
  needs: ["customers:read", "accounts:write"],
  params: id,
  query: relation,
  body: z.object({ providerInstanceId: uuid(), providerCustomerData, ...margins }),
  status: 201,
  problems: ["account.exists"],
  examples: [
    {
      params: { id: "{disposable}" },
      body: { providerInstanceId: "{microsoft}", providerCustomerData: microsoftData, margin, offerTypeMargins: null },
    },
  ],
});
