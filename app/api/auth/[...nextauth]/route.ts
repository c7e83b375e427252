import { answerAuth } from "@/lib/auth/route";

const handler = async (request: Request, { params }: { params: Promise<{ nextauth: string[] }> }): Promise<Response> =>
  answerAuth(request, (await params).nextauth);

export { handler as DELETE, handler as GET, handler as PATCH, handler as POST, handler as PUT };
