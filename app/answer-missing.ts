import { headers } from "next/headers";
import { drawing } from "@/lib/core/drawing";

/**
 * Answers the page at hand with 404. Where a page throws Next's `notFound()`, the document comes empty, and whoever runs no
 * scripts sees nothing: so a page draws what it says instead, and calls this.
 */
export async function answerMissing(): Promise<void> {
  const response = drawing.get((await headers()).get("x-request-id") ?? "");
  if (response) response.statusCode = 404;
}
