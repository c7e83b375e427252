import { countryName } from "@/lib/core/countries";
import type { Scope } from "@/lib/core/scope";
import { type CsvColumns, csvOf } from "../exports/csv";
import { everyCustomer, type ListedCustomer } from "./search";

const columns: CsvColumns<ListedCustomer> = {
  id: ({ customer }) => customer.id,
  name: ({ customer }) => customer.name,
  status: ({ customer }) => customer.status,
  reseller: ({ resellerName }) => resellerName,
  external_id: ({ customer }) => customer.externalId,
  internal_identifier: ({ customer }) => customer.internalIdentifier,
  tax_id: ({ customer }) => customer.taxId,
  address_line1: ({ customer }) => customer.addressLine1,
  address_line2: ({ customer }) => customer.addressLine2,
  city: ({ customer }) => customer.city,
  state: ({ customer }) => customer.state,
  zip: ({ customer }) => customer.zip,
  country: ({ customer }) => customer.country,
  country_name: ({ customer }) => countryName(customer.country),
  first_name: ({ customer }) => customer.firstName,
  middle_name: ({ customer }) => customer.middleName,
  last_name: ({ customer }) => customer.lastName,
  email: ({ customer }) => customer.email,
  phone: ({ customer }) => customer.phone,
  phone_extension: ({ customer }) => customer.phoneExtension,
  language: ({ customer }) => customer.language,
  description: ({ customer }) => customer.description,
  providers: ({ providers }) => providers.map(({ name }) => name).join("; "),
  servers: ({ servers }) => servers,
  agreement: ({ agreement }) => agreement,
  created_at: ({ customer }) => customer.createdAt,
  last_activity_at: ({ customer }) => customer.lastActivityAt,
  deleted_at: ({ customer }) => customer.deletedAt,
};

/** Exactly what the list shows, in its order, as CSV that is made while it is sent. */
export const exportedCustomers = (
  scope: Scope<"customers:read">,
  query: Parameters<typeof everyCustomer>[1],
): AsyncGenerator<string> => csvOf(everyCustomer(scope, query), columns);
