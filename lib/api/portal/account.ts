import { setCookie } from "../../auth/cookies";
import { beginSession } from "../../auth/session";
import { changeOwnPassword } from "../../domain/users/passwords";
import { Answer, type Endpoint, serve } from "../serve";
import * as contracts from "./account.contract";
import { portal } from "./surface";

const on = serve(portal);

const changePassword = on(contracts.changeOwnPassword, async ({ scope, body, now }) => {
  const { id } = await changeOwnPassword(scope, body, now);
  return new Answer(undefined, { "set-cookie": setCookie(await beginSession(id, now)) });
});

export const endpoints: readonly Endpoint[] = [changePassword];
