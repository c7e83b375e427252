import type { z } from "zod";
import type { Origin } from "../auth/keys";
import type { Problem } from "../core/problem";
import type { Level, Principal } from "../core/scope";
import type { Contract } from "./contract";
import type { Incoming } from "./http";
import type { Arguments } from "./read";

export type SurfaceName = "imco" | "cloudapi" | "cockpit" | "cloudonix" | "ormuco" | "portal";

/** What a failure looks like on the wire. */
export interface Failure {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

/** Everything in which one vendor's API may differ from another. The kernel has no branch for any of them. */
export interface Surface {
  readonly name: SurfaceName;
  readonly title: string;
  readonly description: string;
  /** First path segments that are this surface's: what a request is routed by. */
  readonly prefixes: readonly string[];
  /** Paths are matched without regard to case. */
  readonly ignoreCase?: boolean;
  /** Whose keys or users it lets in; 403 for others. */
  readonly levels: readonly Level[];
  /** OpenAPI security schemes, any one of which is enough. */
  readonly security: Record<string, object>;
  /** Headers that every call but an open one has to send, or may. */
  readonly headers?: Readonly<
    Record<string, { readonly description: string; readonly example: string; readonly optional?: true }>
  >;
  /** The header that carries a caller's correlation id in and out. */
  readonly correlationHeader: string;
  /** 401 where nobody is to be recognised. */
  identify(request: Incoming, origin: Origin): Promise<Principal>;
  /** The arguments of the query and the body, before the contract's schemas see them. */
  read(request: Incoming, contract: Contract): Arguments | Promise<Arguments>;
  /** `request` is what failed: its path may belong to another standard, with words of its own. */
  fail(problem: Problem, origin: Origin, request?: Pick<Incoming, "method" | "url">): Failure;
  /** The body of a failure, for the OpenAPI document; and one example of it. */
  readonly failure: z.ZodType;
  readonly failureExample: unknown;
  /** How any call but an open one can fail here, beside the ways that all surfaces have. */
  readonly problems?: readonly Problem["code"][];
  /** The status that a problem has here, where it differs from the table's. */
  readonly statuses?: Partial<Record<Problem["code"], number>>;
}
