import { issueToken, TOKEN_SECONDS } from "../../auth/token";
import { listOpenProviders } from "../../domain/providers/read";
import { createReseller } from "../../domain/resellers/create";
import { Answer, type Endpoint, serve } from "../serve";
import { customerEndpoints } from "./customers";
import { envelope } from "./pages";
import * as contracts from "./portal.contract";
import { instance } from "./spell";
import { cockpit } from "./surface";
import { inCallersWords } from "./words";

const on = serve(cockpit);

const instances = on(contracts.listInstances, async ({ scope, query: { pageNumber: number, pageSize } }) => {
  const all = await listOpenProviders(scope);
  const shown = all.slice((number - 1) * pageSize, number * pageSize);
  return envelope(shown.map(instance), { number, pageSize, total: all.length }, number * pageSize < all.length);
});

const reseller = on(contracts.createReseller, async ({ scope, body, now }) => {
  const { companyName: name, zipCode: zip, ...company } = body;
  return (await inCallersWords(createReseller(scope, { ...company, name, zip }, now))).id;
});

const token = on(contracts.issueToken, async ({ body, origin }) => {
  const access_token = await issueToken(body.client_id, body.client_secret, origin);
  const said = { token_type: "Bearer", expires_in: TOKEN_SECONDS, ext_expires_in: TOKEN_SECONDS } as const;
  // RFC 6749, section 5.1.
  return new Answer({ ...said, access_token }, { pragma: "no-cache" });
});

export const endpoints: readonly Endpoint[] = [...customerEndpoints, instances, reseller, token];
