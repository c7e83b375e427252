/** Every way in which a request can fail: code → HTTP status and title. A surface only spells these. */
export const problems = {
  "auth.required": { status: 401, title: "Credentials are missing or not valid" },
  "permission.missing": { status: 403, title: "Not allowed" },
  "reseller.foreign": { status: 403, title: "Not your reseller" },
  "tenant.unknown": { status: 403, title: "Not a portal of the caller" },
  "tenant.missing": { status: 400, title: "The portal domain is missing" },
  "request.method": { status: 405, title: "Method not allowed" },
  "request.too_large": { status: 413, title: "Request body too large" },
  "request.media_type": { status: 415, title: "Unsupported media type" },
  "request.unreadable": { status: 400, title: "The request cannot be read" },
  "request.invalid": { status: 422, title: "Invalid request" },
  "request.precondition_required": { status: 428, title: "If-Match is required" },
  "request.too_many": { status: 429, title: "Too many attempts" },
  "route.missing": { status: 404, title: "Not found" },
  "resource.missing": { status: 404, title: "Not found" },
  "version.stale": { status: 412, title: "Changed by someone else" },
  "customer.id_taken": { status: 409, title: "The customer id exists" },
  "customer.name_ambiguous": { status: 409, title: "Several customers have that name" },
  "customer.admin_protected": { status: 409, title: "A reseller's own account cannot be deleted" },
  "customer.restore_expired": { status: 409, title: "The customer can no longer be restored" },
  "domain.taken": { status: 409, title: "The domain belongs to a customer already" },
  "account.exists": { status: 409, title: "The customer has an account at that provider" },
  "resource.conflict": { status: 409, title: "Conflict" },
  "server.failed": { status: 500, title: "Something went wrong" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** What is wrong with one field. `rule` lets a surface use its vendor's own wording. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly rule: "missing" | "type" | "too_long" | "too_short" | "format" | "range" | "unknown" | "taken" | "invalid";
  readonly message: string;
  /** The path is in the caller's own words, not in the domain's. */
  readonly asSent?: true;
}

export interface ProblemFacts {
  /** A sentence for the caller: what was wrong and what to do. */
  readonly detail?: string;
  /** What was not found, as a user would call it: "Customer". */
  readonly noun?: string;
  readonly issues?: readonly Issue[];
  /** Methods that a path knows, for 405. */
  readonly allow?: readonly string[];
  /** For 429: in how many seconds to try again. */
  readonly retryAfter?: number;
  /** Ids that the caller has to choose from. */
  readonly candidates?: readonly string[];
}

/** The one error that the domain throws. Anything else is a fault of ours: logged with its cause, never shown. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;

  constructor(
    readonly code: ProblemCode,
    readonly facts: ProblemFacts = {},
  ) {
    super(facts.detail ?? problems[code].title);
    this.name = "Problem";
    this.status = problems[code].status;
    this.title = problems[code].title;
  }
}

/** 404 for a noun, the same for "never was", "deleted" and "somebody else's". */
export const missing = (noun: string): Problem =>
  new Problem("resource.missing", { noun, detail: `${noun} not found` });

/** 422 about a single field. */
export const invalid = (path: Issue["path"], message: string, rule: Issue["rule"] = "invalid"): Problem =>
  new Problem("request.invalid", { issues: [{ path, rule, message }] });
