import { z } from "zod";

/** What is sent: the spelling that a request may use, with every property there. */

const optional = () => z.string().nullable();
const Margin = z.object({ marginRule: z.object({ name: z.string() }), value: z.number() });

const ProviderCustomer = z.object({
  providerName: z.string(),
  providerInstanceId: z.string(),
  providerCustomerId: optional(),
  providerCustomerData: optional().meta({ contentMediaType: "application/json" }),
  margin: Margin.nullable(),
  offerTypeMargins: z.record(z.string(), Margin),
  microsoftCustomerAgreement: z
    .object({
      customerId: z.string(),
      providerInstanceId: z.string(),
      signatoryContact: z
        .object({ firstName: z.string(), lastName: z.string(), email: z.string(), phone: z.string() })
        .nullable(),
      status: z.object({ name: z.string() }),
      attestationId: optional(),
      lastUpdate: optional(),
      dateAgreed: optional(),
    })
    .nullable(),
});

export const Customer = z.object({
  id: z.string(),
  companyName: z.string(),
  taxId: optional(),
  country: z.string(),
  addressLine1: z.string(),
  addressLine2: optional(),
  city: z.string(),
  state: z.string(),
  zip: z.string(),
  firstName: z.string(),
  middleName: optional(),
  lastName: z.string(),
  email: z.string(),
  phone: z.string(),
  internalIdentifier: optional(),
  resellerId: optional().meta({ description: "Null for a direct customer of the CSP" }),
  providerCustomers: z.record(z.string(), ProviderCustomer),
  customerAssociations: z.array(z.object({ resellerId: z.string(), name: optional() })),
});

export const page = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    paginationParameters: z.object({ pageNumber: z.int(), pageSize: z.int() }),
    totalPages: z.int(),
    totalCount: z.int(),
    hasPreviousPage: z.boolean(),
    hasNextPage: z.boolean(),
    continuationToken: optional(),
  });

export const Instance = z.object({
  id: z.string(),
  alias: z.string(),
  providerName: z.string(),
  imageUrl: z.string(),
  offerTypes: z.array(z.object({ name: z.string() })),
  supportedCountries: z.array(z.string()),
});
