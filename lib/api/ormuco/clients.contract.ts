import { z } from "zod";
import { contract } from "../contract";
import { pythonInstant, uuid } from "../wire";

/** ormuco.txt: "Clients". */

const Client = z.object({
  activated: z.boolean(),
  billing_status: z.string().meta({ description: "NEW, VALID, PAST_DUE or SUSPENDED" }),
  date_created: pythonInstant(),
  date_deleted: pythonInstant().nullable(),
  date_first_activation: pythonInstant().nullable(),
  default_project_id: z.string().nullable(),
  deleted: z.boolean(),
  email: z.string(),
  id: z.string(),
  projects: z.array(z.string()).meta({ description: "The ids of its projects, those shared with it too" }),
  reseller_id: z.string(),
  signup_ip_address: z.string(),
  validated: z.boolean(),
  client_information: z.object({
    first_name: z.string(),
    last_name: z.string(),
    company: z.string(),
    address_1: z.string(),
    address_2: z.string(),
    city: z.string(),
    state: z.string(),
    country: z.string(),
    zip_code: z.string(),
    phone: z.string(),
    phone_extension: z.string(),
    language: z.string(),
  }),
});

const CLIENTS = "/reseller/account/v1/clients";

/** `True` is how Python clients say it. */
const flag = z
  .enum(["true", "false", "True", "False", "1", "0"], "must be true or false")
  .transform((said) => said === "1" || said.toLowerCase() === "true");

export const listClients = contract({
  id: "listClients",
  method: "GET",
  path: CLIENTS,
  summary: "List the clients of the reseller",
  needs: "customers:read",
  query: z.object({
    provider_id: uuid().optional().meta({ description: "Only clients with a project at this provider" }),
    include_deleted: flag.optional().meta({ description: "Clients that were deleted too" }),
  }),
  reply: z.object({ clients: z.array(Client) }),
  status: 200,
  problems: ["request.invalid"],
  examples: [{}, { query: { provider_id: "{provider}" } }, { query: { include_deleted: "true" } }],
});

export const showClient = contract({
  id: "showClient",
  method: "GET",
  path: `${CLIENTS}/{client_id}`,
  summary: "Show a client",
  needs: "customers:read",
  params: z.object({ client_id: uuid().meta({ description: "ID of the client" }) }),
  reply: z.object({ client: Client }),
  status: 200,
  examples: [{ params: { client_id: "{customer}" } }],
});
