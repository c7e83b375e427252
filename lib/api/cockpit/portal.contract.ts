import { z } from "zod";
import { contract } from "../contract";
import { paging } from "./customers.contract";
import { company } from "./parts.contract";
import { Instance, page } from "./replies.contract";

export const listInstances = contract({
  id: "listProviderInstances",
  method: "GET",
  path: "/v1/Providers/Instances",
  tag: "Providers",
  summary: "List all provider instances",
  needs: "providers:read",
  query: z.object(paging),
  reply: page(Instance),
  status: 200,
  problems: ["request.invalid"],
  examples: [{}],
});

const { zip: zipCode, ...others } = company;

export const createReseller = contract({
  id: "createReseller",
  method: "POST",
  path: "/v1/Resellers",
  tag: "Resellers",
  summary: "Create a reseller",
  needs: "resellers:write",
  levels: ["csp"],
  body: z.object({ ...others, zipCode }),
  reply: z.string().meta({ description: "The reseller's id" }),
  status: 201,
  examples: [
    {
      body: {
        companyName: "Cinder Peak Reselling",
        taxId: null,
        country: "ES",
        addressLine1: "Gran Vía 1",
        addressLine2: null,
        city: "Madrid",
        state: "Madrid",
        zipCode: "28013",
        firstName: "Lucía",
        middleName: null,
        lastName: "Ortega",
        email: "lucia@cinderpeak.example",
        phone: "+34 91 555 0187",
      },
    },
  ],
});

const parameter = () => z.string().min(1).max(1000);

/** RFC 6749, section 4.4. */
export const issueToken = contract({
  id: "issueToken",
  method: "POST",
  path: "/oauth2/v2.0/token",
  tag: "Tokens",
  summary: "Get an access token for an API key",
  description:
    "The token has the rights of the key, and dies with it. The key's id and the key may come by HTTP Basic instead.",
  needs: null,
  consumes: ["application/x-www-form-urlencoded"],
  body: z.object({
    client_id: parameter().meta({ description: "The id of the key" }),
    client_secret: parameter().meta({ description: "The key" }),
    grant_type: z.literal("client_credentials"),
    scope: z.string().optional(),
  }),
  reply: z.object({
    token_type: z.literal("Bearer"),
    expires_in: z.int().meta({ description: "In seconds" }),
    ext_expires_in: z.int(),
    access_token: z.string(),
  }),
  status: 200,
  headers: { Pragma: "no-cache" },
  problems: ["auth.required"],
  examples: [
    { body: { client_id: "{keyId}", client_secret: "{key}", grant_type: "client_credentials", scope: "api/.default" } },
  ],
});
