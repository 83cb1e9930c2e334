import { createHmac } from "node:crypto";
import type { Ack, Delivery } from "./delivery.ts";
import { ackError, readAckBody } from "./delivery.ts";
import type { Posted } from "./http-post.ts";
import { postTo } from "./http-post.ts";
import type { JsonObject } from "./json.ts";

export const FORM = "application/x-www-form-urlencoded";

export interface RawDelivery {
  readonly body: string;
  readonly contentType?: string;
  /** Put over the right headers, or made from them. */
  readonly headers?:
    | Record<string, string>
    | ((right: Record<string, string>) => Record<string, string>);
}

interface Sender {
  readonly signingSecret: string;
  readonly now: () => number;
  readonly limitMs: number;
}

/** Sends a delivery as a signed request, and again for each repeat. */
export async function deliverByHttp(
  url: string,
  delivery: Delivery,
  repeats: number,
  sender: Sender,
): Promise<Ack> {
  const { body, contentType } = encode(delivery);
  const headers = { ...headersFor(body, contentType, sender), ...retryHeaders(delivery) };
  const first = await postTo(url, body, headers, sender.limitMs);
  for (let left = repeats; left > 0; left -= 1) await postTo(url, body, headers, sender.limitMs);
  const error = ackError(first.status, first.failure);
  return {
    ok: error === undefined,
    status: first.status,
    ms: first.ms,
    body: readAckBody(first.body, first.contentType),
    late: first.failure === "too_late",
    error,
  };
}

/** Sends whatever a test wants sent, right or wrong. */
export function deliverRaw(url: string, raw: RawDelivery, sender: Sender): Promise<Posted> {
  const right = headersFor(raw.body, raw.contentType ?? FORM, sender);
  const headers =
    typeof raw.headers === "function" ? raw.headers(right) : { ...right, ...raw.headers };
  return postTo(url, raw.body, headers, sender.limitMs);
}

function encode({ type, payload }: Delivery): { body: string; contentType: string } {
  if (type === "events_api") {
    return { body: JSON.stringify(payload), contentType: "application/json" };
  }
  const fields = type === "interactive" ? { payload: JSON.stringify(payload) } : payload;
  return { body: encodeForm(fields), contentType: FORM };
}

function encodeForm(fields: JsonObject): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  return form.toString();
}

function headersFor(body: string, contentType: string, sender: Sender): Record<string, string> {
  return {
    // Slack names no charset, and Bolt reads a form under no other name (HTTPModuleFunctions.js).
    "content-type": contentType,
    "content-length": String(Buffer.byteLength(body)),
    "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
    accept: "application/json,*/*",
    ...signedHeaders(sender.signingSecret, body, sender.now()),
  };
}

function retryHeaders({ retry }: Delivery): Record<string, string> {
  if (retry === undefined) return {};
  return {
    "x-slack-retry-num": String(retry.attempt),
    "x-slack-retry-reason": `http_${retry.reason}`,
  };
}

// https://docs.slack.dev/authentication/verifying-requests-from-slack
function signedHeaders(secret: string, body: string, nowMs: number): Record<string, string> {
  const timestamp = String(Math.floor(nowMs / 1000));
  const digest = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": timestamp, "x-slack-signature": `v0=${digest}` };
}
