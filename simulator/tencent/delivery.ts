import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { envelopeText, newRequestId } from "./envelope.ts";
import { toJsonText } from "./json-text.ts";
import type { Fault } from "./weather.ts";

const CHUNK = Buffer.alloc(65_536, "x");

/** Sends an answer in the way that the fault has it, or does not send it. */
export async function deliver(
  response: ServerResponse,
  text: string,
  fault: Fault | undefined,
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  switch (fault?.kind) {
    case "hang":
      return;
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "refuse-after-headers":
      begin(response, 200, Buffer.byteLength(text));
      response.flushHeaders();
      destroyOnceSent(response);
      return;
    case "cut": {
      const body = Buffer.from(text);
      begin(response, 200, body.length);
      response.write(body.subarray(0, Math.floor(body.length / 2)), () =>
        destroyOnceSent(response),
      );
      return;
    }
    case "drip":
      await drip(response, Buffer.from(text), fault.ms, wait);
      return;
    case "drip-headers":
      await dripHeaders(response, text, fault.ms, wait);
      return;
    case "http":
      response.statusCode = fault.status;
      response.setHeader("content-type", "text/html");
      response.end(`<html><body><h1>${fault.status}</h1><hr>gateway</body></html>\n`);
      return;
    case "not-json":
      send(response, '{"ActionStatus":"OK","ErrorCode":0,,}');
      return;
    case "wrong-json":
      send(response, '[{"status":"ok","result":null}]');
      return;
    case "huge":
      await sendHuge(response, fault.bytes, fault.chunked === true);
      return;
    case "slow":
      await wait(fault.ms);
      send(response, text);
      return;
    case "code":
    case "no-room-info":
    case "wrong-types":
    case "late":
    case undefined:
      send(response, text);
  }
}

function begin(response: ServerResponse, status: number, length: number | undefined): void {
  response.statusCode = status;
  response.setHeader("content-type", "application/json");
  if (length !== undefined) response.setHeader("content-length", length);
}

function send(response: ServerResponse, text: string): void {
  begin(response, 200, Buffer.byteLength(text));
  response.end(text);
}

// end() on the socket lets what was written out first, then closes it short of its promise.
function destroyOnceSent(response: ServerResponse): void {
  const { socket } = response;
  socket?.end(() => socket.destroy());
}

async function drip(
  response: ServerResponse,
  body: Buffer,
  ms: number,
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  begin(response, 200, body.length);
  response.flushHeaders();
  for (const byte of body) {
    if (response.destroyed) return;
    response.write(Uint8Array.of(byte));
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
    await wait(ms);
  }
  response.end();
}

// Node sends headers in one piece: these are written past it, and the connection ends with them.
async function dripHeaders(
  response: ServerResponse,
  text: string,
  ms: number,
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  const { socket } = response;
  if (socket === null) return;
  const length = Buffer.byteLength(text);
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n`;
  for (const byte of Buffer.from(head)) {
    if (socket.destroyed) return;
    socket.write(Uint8Array.of(byte));
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
    await wait(ms);
  }
  socket.end(text);
}

async function sendHuge(response: ServerResponse, bytes: number, chunked: boolean): Promise<void> {
  const [head = "", tail = ""] = toJsonText({
    ActionStatus: "OK",
    ErrorCode: 0,
    ErrorInfo: "",
    RequestId: newRequestId(),
    Response: { Padding: "|" },
  }).split("|");
  const padding = Math.max(0, bytes - head.length - tail.length);
  begin(response, 200, chunked ? undefined : head.length + padding + tail.length);
  function* parts(): Generator<string | Buffer> {
    yield head;
    for (let left = padding; left > 0; left -= CHUNK.length) {
      yield CHUNK.subarray(0, Math.min(left, CHUNK.length));
    }
    yield tail;
  }
  await pipeline(Readable.from(parts(), { objectMode: false }), response);
}

export const noRoomInfoText = (): string => envelopeText({ response: {} });

export function wrongTypesText(): string {
  return envelopeText({
    response: {
      RoomInfo: {
        RoomId: 12,
        RoomName: ["a", "list"],
        RoomType: false,
        Owner_Account: { name: "an object" },
        CreateTime: "yesterday",
        IsSeatEnabled: "perhaps",
        TakeSeatMode: [1],
        MaxSeatCount: "eight",
        MaxMemberCount: null,
        IsMessageDisabled: { muted: true },
        CoverURL: 7,
        Category: "music",
        ActivityStatus: "on",
        ViewCount: { unique: 3 },
        IsPublicVisible: "sometimes",
      },
    },
  });
}
