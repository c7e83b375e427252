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
const count = db.prepare(
  "select count(*) as n from customers where csp_id = ? and reseller_id = ? and deleted_at is null",
);
const limit = db.prepare("select value from settings where customer_id = ? and name = 'concurrency-limit'");
const tree = db.prepare(
  `select v.id as provider_id, v.name as provider_name, a.id as project_id, a.name as project_name,
   (select json_group_array(json_array(r.id, r.kind, r.name, r.started_at, r.ended_at, json(r.attributes))
    order by r.started_at, r.id) from resources r where r.project_id = a.id) as resources,
   s.bytes_used, s.container_count, s.object_count, s.sampled_at
   from csp_providers c join providers v on v.id = c.provider_id
   left join (
    select id, customer_id, provider_id, name, created_at from projects
    where csp_id = @csp and reseller_id = @reseller and customer_id = @customer
    union
    select p.id, p.customer_id, p.provider_id, p.name, p.created_at from project_shares x
    join customers o on o.id = x.customer_id and o.deleted_at is null join projects p on p.id = x.project_id
    where x.csp_id = @csp and x.reseller_id = @reseller and x.shared_with_id = @customer
   ) a on a.provider_id = v.id
   left join storage_samples s on s.id =
    (select y.id from storage_samples y where y.project_id = a.id order by y.sampled_at desc, y.id desc limit 1)
   where c.csp_id = @csp and a.id is not null order by v.created_at, v.id, a.created_at, a.id`,
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
  resources: string;
  bytes_used: number;
  container_count: number;
  object_count: number;
  sampled_at: number | null;
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

/** As Python prints an instant. */
const instant = (milliseconds: number): string => {
  const text = new Date(milliseconds).toISOString();
  return `${text.endsWith(".000Z") ? text.slice(0, 19) : `${text.slice(0, 23)}000`}+00:00`;
};

type Listed = [id: string, kind: string, name: string, start: number, end: number | null, attributes: object];

/** One row a project, with all its resources in one text. */
function resources(key: Key, customerId: string): unknown {
  const customer = customerById.get(customerId, key.csp_id, key.reseller_id) as Row;
  const providers = new Map<string, { id: string; name: string; projects: object[] }>();
  const rows = tree.all({ csp: key.csp_id, reseller: key.reseller_id, customer: customer.id }) as Row[];
  for (const row of rows) {
    const provider = providers.get(row.provider_id) ?? { id: row.provider_id, name: row.provider_name, projects: [] };
    providers.set(provider.id, provider);
    const kinds: Record<string, unknown> = {
      object_storage: row.sampled_at && {
        bytes_used: row.bytes_used,
        container_count: row.container_count,
        object_count: row.object_count,
        sample_date: instant(row.sampled_at),
      },
    };
    for (const [id, kind, name, start, end, attributes] of JSON.parse(row.resources) as Listed[]) {
      kinds[kind] ??= [];
      const timed = { end_date: end && instant(end), id, name, start_date: instant(start) };
      (kinds[kind] as object[]).push({ ...timed, ...attributes });
    }
    provider.projects.push({ id: row.project_id, name: row.project_name, resources: kinds });
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
