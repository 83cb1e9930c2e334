import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { createBodyReader } from "../../../src/slack/receivers/body.ts";

interface Sending {
  readonly request: IncomingMessage;
  readonly send: (bytes: number) => void;
  readonly end: () => void;
}

function sending(contentLength?: string): Sending {
  const request = new IncomingMessage(new Socket());
  if (contentLength !== undefined) request.headers["content-length"] = contentLength;
  return {
    request,
    send: (bytes) => void request.push(Buffer.alloc(bytes, "x")),
    end: () => void request.push(null),
  };
}

function whole(bytes: number): IncomingMessage {
  const { request, send, end } = sending();
  send(bytes);
  end();
  return request;
}

test("a body of the longest length is read, and one byte more is too long", async () => {
  const read = createBodyReader(10, 100);
  expect(await read(whole(10))).toEqual(Buffer.alloc(10, "x"));
  expect(await read(whole(11))).toBe("too-long");
});

test("a body that says it will be too long is not waited for", async () => {
  const read = createBodyReader(10, 100);
  expect(await read(sending("11").request)).toBe("too-long");
});

test("a body that never ends is read no further than twice the limit", async () => {
  const read = createBodyReader(10, 100);
  const endless = sending();
  const reading = read(endless.request);
  endless.send(11);
  endless.send(10);
  expect(await reading).toBe("too-long");
  expect(endless.request.destroyed).toBe(true);
});

test("bodies that are read side by side hold no more than the limit for all", async () => {
  const read = createBodyReader(10, 15);
  const slow = sending();
  const slowly = read(slow.request);
  slow.send(10);
  await nextTurn();
  expect(await read(whole(6))).toBe("too-many");
  expect(await read(whole(5))).toEqual(Buffer.alloc(5, "x"));
  slow.end();
  expect(await slowly).toEqual(Buffer.alloc(10, "x"));
  expect(await read(whole(10))).toEqual(Buffer.alloc(10, "x"));
});

test("a body that breaks off gives its memory back", async () => {
  const read = createBodyReader(10, 10);
  const broken = sending();
  const reading = read(broken.request);
  broken.send(10);
  await nextTurn();
  broken.request.destroy(new Error("gone"));
  await expect(reading).rejects.toThrow("gone");
  expect(await read(whole(10))).toEqual(Buffer.alloc(10, "x"));
});
