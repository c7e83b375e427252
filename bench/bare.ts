import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Driver from "better-sqlite3";
import { newId } from "../lib/core/ids";
import { fold, sortKey } from "../lib/core/text";

/**
 * What the portal is measured against: node:http on the same driver with the same key check and the same queries, and
 * nothing else: no contract, no audit of reads, no logs, no choice of database.
 */

const path = (process.env.DATABASE_URL ?? "").slice("file:".length);
const db = new Driver(path, { timeout: 10_000 });
db.pragma("journal_mode = WAL");
db.pragma("synchronous = NORMAL");
db.pragma("foreign_keys = ON");

const keyByHash = db.prepare(
  `select k.*, c.id as customer from api_keys k left join customers c on c.id = k.customer_id and c.deleted_at is null
   where k.secret_hash = ?`,
);
const customerById = db.prepare(
  "select * from customers where id = ? and csp_id = ? and reseller_id = ? and deleted_at is null",
);
const liveServers = db.prepare(
  `select a.id, count(r.id) as servers from provider_accounts a
   left join projects p on p.customer_id = a.customer_id and p.provider_id = a.provider_id
   left join resources r on r.project_id = p.id and r.kind = 'servers' and r.ended_at is null
   where a.csp_id = ? and a.customer_id = ? group by a.id order by a.id`,
);
const page = db.prepare(
  `select * from customers where csp_id = ? and reseller_id = ? and deleted_at is null
   order by created_at, id limit ? offset ?`,
);
const count = db.prepare("select sum(n) as n from customer_counts where csp_id = ? and reseller_id = ?");
const limit = db.prepare("select value from settings where customer_id = ? and name = 'concurrency-limit'");
const tree = db.prepare(
  `select p.id as project_id, p.name as project_name, v.id as provider_id, v.name as provider_name, r.*
   from projects p join providers v on v.id = p.provider_id left join resources r on r.project_id = p.id
   where p.csp_id = @csp and (p.customer_id = @customer or p.id in (select project_id from project_shares where shared_with_id = @customer))
   order by v.id, p.id, r.kind, r.started_at, r.id`,
);
const samples = db.prepare(
  `select s.* from storage_samples s join projects p on p.id = s.project_id
   where p.csp_id = @csp and (p.customer_id = @customer or p.id in (select project_id from project_shares where shared_with_id = @customer))
   and s.sampled_at = (select max(sampled_at) from storage_samples x where x.project_id = s.project_id)`,
);
const insertCustomer = db.prepare(
  `insert into customers (id, csp_id, reseller_id, name, folded_name, sort_name, external_metadata, skin_names, profile,
   created_at, modified_at) values (?, ?, ?, ?, ?, ?, '{}', '[]', '{}', ?, ?) returning *`,
);
const insertTerm = db.prepare("insert into search_terms (csp_id, reseller_id, customer_id, term) values (?, ?, ?, ?)");
const insertAudit = db.prepare(
  `insert into audit_entries (id, csp_id, reseller_id, customer_id, at, actor_kind, actor_id, actor_name, surface, action,
   subject, subject_id, after, correlation_id, ip) values (?, ?, ?, ?, ?, 'key', ?, ?, 'imco', 'customer.create',
   'customer', ?, ?, ?, '')`,
);

interface Key {
  id: string;
  name: string;
  csp_id: string;
  reseller_id: string;
}
/** The columns that are read, of whichever table. */
interface Row {
  id: string;
  name: string;
  external_id: string | null;
  licensing_enabled: number;
  admin: number;
  skin_names: string;
  servers: number;
  project_id: string;
  project_name: string;
  provider_id: string;
  provider_name: string;
  kind: string | null;
  started_at: number;
  ended_at: number | null;
  attributes: string;
}

const listed = (row: Row) => ({
  id: row.id,
  name: row.name,
  external_id: row.external_id,
  licensing_enabled: row.licensing_enabled === 1,
  admin: row.admin === 1,
  skin_names: JSON.parse(row.skin_names),
  resource_type: "customer",
});

const shown = (key: Key, row: Row) => ({
  ...listed(row),
  resource_usage: Object.fromEntries(
    (liveServers.all(key.csp_id, row.id) as Row[]).map(({ id, servers }) => [id, { servers }]),
  ),
});

function create(key: Key, name: string): unknown {
  const now = Date.now();
  const id = newId(new Date(now));
  db.exec("BEGIN IMMEDIATE");
  const row = insertCustomer.get(id, key.csp_id, key.reseller_id, name, fold(name), sortKey(name), now, now) as Row;
  for (const term of new Set([id, sortKey(name), ...sortKey(name).split(/[^\p{L}\p{N}]+/u)])) {
    insertTerm.run(key.csp_id, key.reseller_id, id, term);
  }
  const after = JSON.stringify(row);
  insertAudit.run(
    newId(new Date(now)),
    key.csp_id,
    key.reseller_id,
    id,
    now,
    key.id,
    key.name,
    id,
    after,
    randomUUID(),
  );
  db.exec("COMMIT");
  return shown(key, row);
}

/** One pass over ordered rows, as the portal does it. */
function resources(key: Key, customerId: string): unknown {
  const stored = new Map(
    (samples.all({ csp: key.csp_id, customer: customerId }) as Row[]).map((sample) => [sample.project_id, sample]),
  );
  const providers = new Map<string, { id: string; name: string; projects: object[] }>();
  const kinds = new Map<string, Record<string, unknown>>();
  for (const row of tree.all({ csp: key.csp_id, customer: customerId }) as Row[]) {
    const provider = providers.get(row.provider_id) ?? { id: row.provider_id, name: row.provider_name, projects: [] };
    providers.set(provider.id, provider);
    let of = kinds.get(row.project_id);
    if (!of) {
      of = { object_storage: stored.get(row.project_id) ?? null };
      kinds.set(row.project_id, of);
      provider.projects.push({ id: row.project_id, name: row.project_name, resources: of });
    }
    if (!row.kind) continue;
    of[row.kind] ??= [];
    (of[row.kind] as object[]).push({
      id: row.id,
      name: row.name,
      start_date: new Date(row.started_at).toISOString(),
      end_date: row.ended_at && new Date(row.ended_at).toISOString(),
      ...JSON.parse(row.attributes),
    });
  }
  return { providers: [...providers.values()] };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const token = request.headers.authorization?.slice("Bearer ".length) ?? String(request.headers["x-reseller-api-key"]);
  const key = keyByHash.get(createHash("sha256").update(token).digest("hex")) as Key | undefined;
  const [path = "", query] = (request.url ?? "").split("?");
  const parts = path.split("/").filter(Boolean);
  let status = 200;
  let body: unknown;
  if (!key) {
    status = 401;
    body = { error: "The credentials are missing, wrong, expired or revoked" };
  } else if (request.method === "POST") {
    let text = "";
    for await (const part of request) text += part;
    status = 201;
    body = create(key, JSON.parse(text).name);
  } else if (parts[0] === "reseller") {
    body = resources(key, parts[4] ?? "");
  } else if (parts[0] === "customers") {
    const customer = customerById.get(parts[1], key.csp_id, key.reseller_id) as Row;
    body = { limit: JSON.parse((limit.get(customer.id) as { value: string }).value) };
  } else if (query) {
    const asked = new URLSearchParams(query);
    const size = Number(asked.get("per_page"));
    const from = (Number(asked.get("page")) - 1) * size;
    const rows = page.all(key.csp_id, key.reseller_id, size, from) as Row[];
    response.setHeader("x-total-count", String((count.get(key.csp_id, key.reseller_id) as { n: number }).n));
    body = rows.map(listed);
  } else {
    body = shown(key, customerById.get(parts[3], key.csp_id, key.reseller_id) as Row);
  }
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

createServer((request, response) => void answer(request, response)).listen(Number(process.env.PORT), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
