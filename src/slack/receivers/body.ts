import type { IncomingMessage } from "node:http";

/** Why a body was not read: it is too long, or too many others are being read. */
export type BodyFlaw = "too-long" | "too-many";

/**
 * Reads bodies of at most `limit` bytes each. Their senders have proved nothing yet, so together
 * they hold at most `together` bytes of memory.
 */
export function createBodyReader(
  limit: number,
  together: number,
): (request: IncomingMessage) => Promise<Buffer | BodyFlaw> {
  let held = 0;
  return async (request) => {
    // Who says so beforehand need not send it. A length that is no number never gets here.
    if (Number(request.headers["content-length"] ?? 0) > limit) return "too-long";
    const chunks: Buffer[] = [];
    let size = 0;
    let kept = 0;
    try {
      for await (const chunk of request as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size <= limit) {
          if (held + chunk.length > together) return "too-many";
          chunks.push(chunk);
          held += chunk.length;
          kept += chunk.length;
        }
        // Read on for as much again, so that the sender hears the refusal; then no more.
        else if (size > 2 * limit) break;
      }
    } finally {
      held -= kept;
    }
    return size > limit ? "too-long" : Buffer.concat(chunks);
  };
}
