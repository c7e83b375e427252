import { readiness } from "@/lib/domain/operations/readiness";

/** The database is reachable and its schema is this version's; 503 with what is wrong otherwise. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  return Response.json(state, { status: state.status === "ok" ? 200 : 503 });
}

export const dynamic = "force-dynamic";
