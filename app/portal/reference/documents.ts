import { type ApiDocument, operationsOf } from "@/components/reference/document";
import { documentNamed } from "@/lib/api/documents";
import { routers } from "@/lib/api/surfaces";

export const REFERENCE = "/portal/reference";

export interface Documented {
  surface: string;
  document: ApiDocument;
  /** Where the document itself is. */
  href: string;
}

/** A surface's document; undefined where there is no such surface. */
export function documentOf(surface: string): Documented | undefined {
  const document = documentNamed(`${surface}.json`);
  if (!document) return undefined;
  // `documentNamed` makes OpenAPI documents; these are the parts of them that pages read.
  return { surface, document: document as unknown as ApiDocument, href: `/api/openapi/${surface}.json` };
}

/** The portal's own first: the others are the vendors'. */
export const allDocuments = (): Documented[] =>
  Object.keys(routers)
    .toSorted((a, b) => Number(b === "portal") - Number(a === "portal"))
    .flatMap((surface) => documentOf(surface) ?? []);

export const operationOf = ({ document }: Documented, id: string) =>
  operationsOf(document).find(({ operationId }) => operationId === id);
