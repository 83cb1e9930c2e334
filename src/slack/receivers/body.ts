import type { IncomingMessage } from "node:http";

/** @returns undefined when the body is longer than `limit` bytes; what is over is not kept */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    // Read on for as much again, so that the sender hears the refusal; then no more.
    else if (size > 2 * limit) break;
  }
  return size > limit ? undefined : Buffer.concat(chunks);
}
