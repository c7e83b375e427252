import { type Entry, exportedAudit, listAudit } from "../../domain/audit/read";
import { Answer, type Endpoint, serve } from "../serve";
import { customerAt } from "../subject";
import * as contracts from "./activity.contract";
import { camelKeys, snakeKeys } from "./names";
import { portal } from "./surface";

const on = serve(portal);

const shownCustomer = (id: string, { customerName: name, customerDeletedAt }: Entry) => ({
  id,
  name,
  deleted: name === null || customerDeletedAt !== null,
});

export const shownEntry = (entry: Entry) => ({
  ...snakeKeys(entry),
  actor: { id: entry.actorId, name: entry.actorName, kind: entry.actorKind },
  customer: entry.customerId === null ? null : shownCustomer(entry.customerId, entry),
});

const page = ({ items, names, ...rest }: Awaited<ReturnType<typeof listAudit>>) => ({
  ...rest,
  items: items.map(shownEntry),
  names: Object.fromEntries(names),
});

const list = on(contracts.listAudit, async ({ scope, query: { cursor, limit, ...filter } }) =>
  page(await listAudit(scope, camelKeys(filter), { cursor, limit })),
);

const exported = on(
  contracts.exportAudit,
  async ({ scope, query, now }) =>
    new Answer(exportedAudit(scope, camelKeys(query)), {
      "content-disposition": `attachment; filename="audit-${now.toISOString().slice(0, 10)}.csv"`,
    }),
);

const activity = on(contracts.listActivity, customerAt("customer_id"), async ({ scope, subject, query }) =>
  page(await listAudit(scope, { customerId: subject.id }, query)),
);

export const endpoints: readonly Endpoint[] = [list, exported, activity];
