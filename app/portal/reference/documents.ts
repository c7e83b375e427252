import { notFound } from "next/navigation";
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

/** A surface's document, or our 404 page. */
export function documentOf(surface: string): Documented {
  const document = documentNamed(`${surface}.json`);
  if (!document) notFound();
  // `documentNamed` makes OpenAPI documents; these are the parts of them that pages read.
  return { surface, document: document as unknown as ApiDocument, href: `/api/openapi/${surface}.json` };
}

/** The portal's own first: the others are the vendors'. */
export const allDocuments = (): Documented[] =>
  Object.keys(routers)
    .toSorted((a, b) => Number(b === "portal") - Number(a === "portal"))
    .map(documentOf);

export function operationOf({ document }: Documented, id: string) {
  return operationsOf(document).find(({ operationId }) => operationId === id) ?? notFound();
}
