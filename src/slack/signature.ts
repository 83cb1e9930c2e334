import { createHmac, timingSafeEqual } from "node:crypto";

/** Why a request is not taken for Slack's. */
export type SignatureFlaw = "absent" | "malformed" | "stale" | "from-the-future" | "wrong";

/** What a request's headers say of who sent it. */
export interface SignedHead {
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
}

export interface SignedRequest extends SignedHead {
  readonly body: Buffer;
}

/** How far a request's time may be from ours, in seconds, either way. */
export const timeTolerance = 300;

/**
 * What can be told of a signature before the body is here. It proves nothing: anybody can write a
 * head that fits.
 *
 * @param now ms since 1970
 */
export function flawOfHead(
  { signature, timestamp }: SignedHead,
  now: number,
): SignatureFlaw | undefined {
  if (signature === undefined || timestamp === undefined) return "absent";
  if (!/^\d{1,12}$/.test(timestamp) || !/^v0=[0-9a-f]{64}$/.test(signature)) return "malformed";
  const age = now / 1000 - Number(timestamp);
  if (age > timeTolerance) return "stale";
  return age < -timeTolerance ? "from-the-future" : undefined;
}

/**
 * Compares with every secret, since two are valid while one is being rotated.
 * Source: Slack's "Verifying requests from Slack", version v0.
 *
 * @param now ms since 1970
 * @returns undefined when the request is Slack's
 */
export function flawOfSignature(
  { signature, timestamp, body }: SignedRequest,
  secrets: readonly string[],
  now: number,
): SignatureFlaw | undefined {
  const flaw = flawOfHead({ signature, timestamp }, now);
  if (flaw !== undefined) return flaw;
  const given = Buffer.from(signature ?? "");
  const isRight = secrets
    .map((secret) => {
      const hmac = createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body);
      return timingSafeEqual(Buffer.from(`v0=${hmac.digest("hex")}`), given);
    })
    .includes(true);
  return isRight ? undefined : "wrong";
}
