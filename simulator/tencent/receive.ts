import type { IncomingMessage } from "node:http";

import { isJsonObject, parseJson } from "./json-text.ts";
import { isRoomId } from "./rooms.ts";

export interface Query {
  readonly method: string;
  readonly path: string;
  readonly parameters: URLSearchParams;
  readonly body: Buffer;
  /** The network address that it came from. */
  readonly caller: string;
}

// What the stand-in will read; no command comes near it.
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** A request, once all of it is there. */
export function receive(request: IncomingMessage): Promise<Query> {
  const url = request.url ?? "";
  const mark = url.indexOf("?");
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_BODY_BYTES) reject(new Error("The body is too long to read"));
      else chunks.push(chunk);
    });
    request.on("error", reject);
    request.on("end", () =>
      resolve({
        method: request.method ?? "",
        path: mark < 0 ? url : url.slice(0, mark),
        parameters: new URLSearchParams(mark < 0 ? "" : url.slice(mark + 1)),
        body: Buffer.concat(chunks),
        caller: request.socket.remoteAddress ?? "",
      }),
    );
  });
}

export function roomIdIn(body: Buffer): string | undefined {
  const document = parseJson(body);
  return isJsonObject(document) && isRoomId(document.RoomId) ? document.RoomId : undefined;
}
