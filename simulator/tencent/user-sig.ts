import { createHmac } from "node:crypto";
import { inflateSync } from "node:zlib";

import { refusals } from "./codes.ts";
import type { Refusal } from "./codes.ts";
import { isJsonObject } from "./json-text.ts";

// A UserSig (document 34385) is a JSON object, deflated, in base64 with + / = written * - _.
// It carries an HMAC-SHA256 over its own other fields, made with the app's key.

interface Expected {
  readonly sdkAppId: number;
  readonly secretKey: string;
  readonly identifier: string;
  readonly now: number;
}

interface UserSig {
  readonly identifier: string;
  readonly sdkAppId: number;
  readonly issuedAt: number;
  readonly life: number;
  readonly userBuf: string | undefined;
  readonly hmac: string;
}

// Far more than any account name and user buffer come to; keeps a deflated bomb small.
const MAX_INFLATED_BYTES = 16_384;

export function checkUserSig(text: string, expected: Expected): Refusal | undefined {
  const sig = decode(text);
  if (sig === undefined) return refusals.unreadableUserSig;
  if (sig.sdkAppId !== expected.sdkAppId) return refusals.userSigOfOtherApp;
  if (sig.identifier !== expected.identifier) return refusals.userSigOfOtherUser;
  if (sig.hmac !== hmacOf(sig, expected.secretKey)) return refusals.userSigOfOtherKey;
  if (expected.now >= (sig.issuedAt + sig.life) * 1000) return refusals.expiredUserSig;
  return undefined;
}

function hmacOf(sig: UserSig, secretKey: string): string {
  const lines = [
    `TLS.identifier:${sig.identifier}`,
    `TLS.sdkappid:${sig.sdkAppId}`,
    `TLS.time:${sig.issuedAt}`,
    `TLS.expire:${sig.life}`,
  ];
  if (sig.userBuf !== undefined) lines.push(`TLS.userbuf:${sig.userBuf}`);
  return createHmac("sha256", secretKey)
    .update(lines.map((line) => `${line}\n`).join(""))
    .digest("base64");
}

function decode(text: string): UserSig | undefined {
  // Plain base64, with + / =, is refused as any other foreign character is.
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9*-]+_{0,2}$/.test(text)) return undefined;
  const base64 = text.replaceAll("*", "+").replaceAll("-", "/").replaceAll("_", "=");
  let document: unknown;
  try {
    const inflated = inflateSync(Buffer.from(base64, "base64"), {
      maxOutputLength: MAX_INFLATED_BYTES,
    });
    document = JSON.parse(inflated.toString("utf8"));
  } catch {
    return undefined;
  }
  if (!isJsonObject(document) || document["TLS.ver"] !== "2.0") return undefined;
  const identifier = document["TLS.identifier"];
  const sdkAppId = document["TLS.sdkappid"];
  const issuedAt = document["TLS.time"];
  const life = document["TLS.expire"];
  const userBuf = document["TLS.userbuf"];
  const hmac = document["TLS.sig"];
  if (typeof identifier !== "string" || typeof hmac !== "string") return undefined;
  if (!isInteger(sdkAppId) || !isInteger(issuedAt) || !isInteger(life)) return undefined;
  if (userBuf !== undefined && typeof userBuf !== "string") return undefined;
  return { identifier, sdkAppId, issuedAt, life, userBuf, hmac };
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
