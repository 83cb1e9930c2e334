import { createHmac } from "node:crypto";
import type { App } from "@slack/bolt";
import * as fc from "fast-check";
import { Pool } from "undici";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLog } from "../../src/ops/log.ts";
import { createHttpServer } from "../../src/ops/server.ts";
import { createBoltLogger } from "../../src/slack/bolt-logger.ts";
import { createHttpReceiver } from "../../src/slack/receivers/http.ts";
import { hostileText } from "../cards/arbitrary.ts";
import { findings } from "./fuzz.ts";

const secret = "8f742231b10e8888abcd99yyyzzz85a5";
const bodyLimit = 200_000;

/** What got as far as the app, since the last look. */
let arrived: unknown[] = [];
const app = {
  processEvent: async ({ body, ack }: { body: unknown; ack: () => Promise<void> }) => {
    arrived.push(body);
    await ack();
  },
} as unknown as App;

const log = createLog({ level: "silent", secrets: [], write: () => undefined });
const receiver = createHttpReceiver({
  signingSecrets: [secret],
  bodyLimit,
  log,
  boltLogger: createBoltLogger(log),
});
receiver.receiver.init(app);
const server = createHttpServer({ "POST /slack/events": receiver.handle }, log);
let pool: Pool;
beforeAll(async () => {
  pool = new Pool(`http://127.0.0.1:${await server.listen(0, "127.0.0.1")}`, { connections: 1 });
});
afterAll(async () => {
  await pool.destroy();
  await server.close(0);
});

const formType = "application/x-www-form-urlencoded";
const key = fc.oneof(
  fc.constantFrom(
    "command",
    "text",
    "payload",
    "ssl_check",
    "user_id",
    "response_url",
    "__proto__",
  ),
  hostileText.map((text) => text.slice(0, 20)),
);
const jsonText = fc.oneof(
  fc.json(),
  fc
    .record(
      {
        type: fc.constantFrom("event_callback", "url_verification", "block_actions"),
        challenge: hostileText,
        event: fc.jsonValue(),
      },
      { requiredKeys: ["type"] },
    )
    .map((value) => JSON.stringify(value)),
  fc.constantFrom(
    "",
    "{",
    "null",
    "[]",
    "{}",
    '{"__proto__":{"a":1}}',
    "[".repeat(20_000),
    '{"type":"url_verification"}',
  ),
);
const form = fc
  .array(fc.tuple(key, fc.oneof(hostileText, jsonText)), { maxLength: 6 })
  .map((pairs) =>
    new URLSearchParams(
      pairs.map(([name, text]): [string, string] => [name.toWellFormed(), text.toWellFormed()]),
    ).toString(),
  );
const body = fc.oneof(
  form,
  jsonText,
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
  fc.tuple(form, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1))),
);
const contentType = fc.oneof(
  { weight: 5, arbitrary: fc.constant(formType) },
  { weight: 5, arbitrary: fc.constant("application/json") },
  fc.constantFrom(
    "",
    "text/plain",
    "Application/JSON; charset=utf-8",
    `${formType};charset=utf-8`,
    "multipart/form-data; boundary=x",
    ";",
  ),
);

/** Valid signatures that were sent: the same one again is a replay. */
const sent = new Set<string>();
let count = 0;
function headersFor(text: string, type: string, isSigned: boolean): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000) - (count++ % 250));
  const digest = createHmac("sha256", isSigned ? secret : "another")
    .update(`v0:${timestamp}:${text}`)
    .digest("hex");
  return {
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": `v0=${digest}`,
    ...(type === "" ? {} : { "content-type": type }),
  };
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What the body says as Slack writes it: a form with a payload, a form, or JSON; undefined for none. */
function readBody(text: string, type: string): unknown {
  const isForm = type.toLowerCase().startsWith(formType);
  const json = isForm ? new URLSearchParams(text).get("payload") : text;
  if (json === null) return Object.fromEntries(new URLSearchParams(text));
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

test("requests: any signed body is handed on once and as it is, or refused; no other gets in", async () => {
  const property = fc.asyncProperty(
    body,
    contentType,
    fc.boolean(),
    async (text, type, isSigned) => {
      arrived = [];
      const headers = headersFor(text, type, isSigned);
      const response = await pool.request({
        path: "/slack/events",
        method: "POST",
        headers,
        body: text,
        headersTimeout: 2_500,
      });
      await response.body.dump();
      const status = response.statusCode;
      const fail = (words: string): never => {
        throw new Error(`${words}: ${status}, ${JSON.stringify(arrived).slice(0, 300)}`);
      };
      const isLong = Buffer.byteLength(text) > bodyLimit;
      if (!isSigned || isLong) {
        if (status !== (isLong ? 413 : 401) || arrived.length > 0) fail("it got in");
        return;
      }
      const signature = headers["x-slack-signature"] ?? "";
      if (sent.has(signature)) {
        if (status !== 200 || arrived.length > 0) fail("a replay did something");
        return;
      }
      sent.add(signature);
      const expected = readBody(text, type);
      if (status !== (expected === undefined ? 400 : 200)) fail("not what its payload asks for");
      if (status !== 200) {
        if (arrived.length > 0) fail("a refused request got in");
        return;
      }
      // Slack's checks of the address and of the certificate are answered before the app.
      if (arrived.length > 1 || arrived.some((one) => !isObject(one))) fail("handed on wrongly");
      for (const one of arrived) {
        if (Object.getPrototypeOf({}).a !== undefined) fail("every object has it now");
        const isJson = !type.toLowerCase().startsWith(formType);
        if (isJson && JSON.stringify(one) !== JSON.stringify(expected)) fail("not as it was");
      }
    },
  );
  expect(await findings(property, { short: 300 })).toBe("");
});
