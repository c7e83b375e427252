import type { Named, Reads } from "@/db/doors";
import type { Entry } from "./read";

/** Whose ids the subjects of these nouns are, and the fields of these names. */
const kinds: Record<string, Named> = {
  allowed_provider: "provider",
  api_key: "api_key",
  association: "reseller",
  billing_plan: "billing_plan",
  customer: "customer",
  group_member: "user_group",
  project: "project",
  project_share: "customer",
  provider_account: "provider_account",
  reseller: "reseller",
  saved_view: "saved_view",
  skin: "skin",
  user: "user",
  user_group: "user_group",
  // Fields.
  billingPlanId: "billing_plan",
  defaultProjectId: "project",
  groupId: "user_group",
  partnerId: "reseller",
  projectId: "project",
  providerId: "provider",
  sharedWithId: "customer",
};

const actors: Record<string, Named> = { user: "user", key: "api_key" };

/** What an entry refers to by an id. */
const referredTo = ({
  actorKind,
  actorId,
  subject,
  subjectId,
  before,
  after,
}: Entry): [Named | undefined, unknown][] => [
  [actors[actorKind], actorId],
  [kinds[subject ?? ""], subjectId],
  ...[before, after].flatMap((values) =>
    Object.entries(values ?? {}).map(([field, value]): [Named | undefined, unknown] => [kinds[field], value]),
  ),
];

/** The names, by id, of what the entries refer to: one query a kind. What is gone, or another's, has none. */
export async function namesIn(
  { audit }: Pick<Reads, "audit">,
  entries: readonly Entry[],
): Promise<Map<string, string>> {
  const ids = new Map<Named, Set<string>>();
  for (const [kind, id] of entries.flatMap(referredTo)) {
    if (kind && typeof id === "string") ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
  }
  const found = await Promise.all([...ids].map(([kind, some]) => audit.names(kind, [...some])));
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}
