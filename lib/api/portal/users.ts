import type { Scope } from "../../core/scope";
import { inviteUser, type WithPassword } from "../../domain/users/invite";
import { resetPassword } from "../../domain/users/passwords";
import { getUser, type ListedUser, listUsers } from "../../domain/users/read";
import { updateUser } from "../../domain/users/update";
import type { User } from "../../domain/users/user";
import { Answer, type Endpoint, serve } from "../serve";
import { camelKeys, snakeKeys } from "./names";
import { portal } from "./surface";
import * as contracts from "./users.contract";
import { etagOf, expectedVersion, versioned } from "./version";

const on = serve(portal);

const shown = (user: User) => snakeKeys(user);
const listed = ({ resellerName, ...user }: ListedUser) => ({
  ...shown(user),
  reseller: user.resellerId === null ? null : { id: user.resellerId, name: resellerName ?? "" },
});
const withPassword = ({ user, password }: WithPassword) => ({ user: shown(user), password: password ?? null });

/** Whoever may change a user may know that there is one. */
const found = ({ scope, params }: { scope: Scope; params: { id: string } }): Promise<User> =>
  getUser(scope as Scope<"users:read">, params.id);

const list = on(contracts.listUsers, async ({ scope, query: { reseller_id } }) => ({
  items: (await listUsers(scope))
    .filter(({ resellerId }) => reseller_id === undefined || resellerId === reseller_id)
    .map(listed),
}));

const invite = on(contracts.inviteUser, async ({ scope, body, now }) => {
  const invited = await inviteUser(scope, camelKeys(body), now);
  return new Answer(withPassword(invited), { ...etagOf(invited.user), location: `/api/v1/users/${invited.user.id}` });
});

const show = on(contracts.showUser, found, async ({ subject }) => versioned(shown(subject)));

const update = on(contracts.updateUser, found, async ({ scope, subject, body, request, now }) =>
  versioned(shown(await updateUser(scope, subject.id, body, now, expectedVersion(request)))),
);

const reset = on(contracts.resetPassword, found, async ({ scope, subject, body, request, now }) => {
  const reset = await resetPassword(scope, subject.id, body, now, expectedVersion(request));
  return new Answer(withPassword(reset), etagOf(reset.user));
});

export const endpoints: readonly Endpoint[] = [list, invite, show, update, reset];
