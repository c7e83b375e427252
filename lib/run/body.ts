import type { IncomingMessage } from "node:http";
import { tooLarge } from "../api/http";

/** Whoever sends too much may send so much more, for so long, before the connection is closed. */
const DROPPED = { bytes: 128 * 1024 * 1024, ms: 30_000 };

/**
 * The whole body; 413 beyond `limit` bytes, at once. What still comes then is dropped, so that a sender who reads only
 * after writing gets to see the answer.
 */
export function bodyOf(request: IncomingMessage, limit: number, dropped = DROPPED): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    let late: NodeJS.Timeout | undefined;
    const refuse = () => {
      if (late) return;
      parts.length = 0;
      late = setTimeout(() => request.destroy(), dropped.ms);
      reject(tooLarge(limit));
    };
    request.on("data", (part: Buffer) => {
      size += part.length;
      if (size > limit) refuse();
      else if (!late) parts.push(part);
      if (size > limit + dropped.bytes) request.destroy();
    });
    request.on("end", () => resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)));
    request.on("error", reject);
    request.on("close", () => clearTimeout(late));
    if (Number(request.headers["content-length"] ?? 0) > limit) refuse();
  });
}
