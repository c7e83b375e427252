import { z } from "zod";
import { offerTypes } from "../../core/margin";
import { contract } from "../contract";
import { named } from "./pieces.contract";

export const Provider = named.extend({
  kind: z.string(),
  disambiguation: z.string().nullable(),
  required_credentials: z.array(z.string()),
  offer_types: z.array(z.enum(offerTypes)),
  supported_countries: z.array(z.string()).meta({ description: "Empty means everywhere" }),
  os_version: z.string().nullable(),
  public_api_url: z.string().nullable(),
  is_private: z.boolean(),
});
export type Provider = z.output<typeof Provider>;

export const listProviders = contract({
  id: "listProviders",
  method: "GET",
  path: "/api/v1/providers",
  tag: "Providers",
  summary: "List the providers open to the portal",
  needs: "providers:read",
  query: z.strictObject({}),
  reply: z.object({ items: z.array(Provider) }),
  status: 200,
  examples: [{}],
});
