import { countryName } from "../../core/countries";
import { type Client, clientsOf, projectIdsOf } from "../../domain/projects/read";
import { type Endpoint, Stream, serve } from "../serve";
import { customerAt } from "../subject";
import * as contracts from "./clients.contract";
import { ormuco } from "./surface";

const client = ({ customer, projectIds }: Client) => ({
  activated: customer.status === "ACTIVE",
  billing_status: customer.billingStatus,
  date_created: customer.createdAt,
  date_deleted: customer.deletedAt,
  date_first_activation: customer.firstActivatedAt,
  default_project_id: customer.defaultProjectId,
  deleted: customer.deletedAt !== null,
  email: customer.email,
  id: customer.id,
  projects: projectIds,
  reseller_id: customer.resellerId,
  signup_ip_address: customer.signupIp,
  validated: customer.validatedAt !== null,
  client_information: {
    first_name: customer.firstName,
    last_name: customer.lastName,
    company: customer.name,
    address_1: customer.addressLine1,
    address_2: customer.addressLine2,
    city: customer.city,
    state: customer.state,
    country: countryName(customer.country),
    zip_code: customer.zip,
    phone: customer.phone,
    phone_extension: customer.phoneExtension,
    // Two letters, always: the portal speaks English to whom it was told nothing of.
    language: customer.language || "en",
  },
});

const on = serve(ormuco);

const list = on(
  contracts.listClients,
  async ({ scope, query }) =>
    new Stream(
      replies(clientsOf(scope, { providerId: query.provider_id, withDeleted: query.include_deleted === true })),
    ),
);

async function* replies(chunks: AsyncIterable<Client[]>) {
  for await (const chunk of chunks) yield { clients: chunk.map(client) };
}

const show = on(contracts.showClient, customerAt("client_id"), async ({ scope, subject }) => ({
  client: client({ customer: subject, projectIds: await projectIdsOf(scope, subject.id) }),
}));

export const endpoints: readonly Endpoint[] = [list, show];
