import { documentNamed } from "@/lib/api/documents";

/** `/api/openapi/imco.json` and so on: the documents are the same for everybody. */
export async function GET(_: Request, { params }: { params: Promise<{ document: string }> }): Promise<Response> {
  const document = documentNamed((await params).document);
  return document ? Response.json(document) : Response.json({ error: "There is no such document" }, { status: 404 });
}
