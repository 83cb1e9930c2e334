import { randomBytes, randomInt } from "node:crypto";

const CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** An ID as Slack writes them: a letter for the kind and capitals behind it. */
export function makeId(prefix: string, length = 10): string {
  let id = prefix;
  while (id.length < prefix.length + length) id += CAPITALS[randomInt(CAPITALS.length)];
  return id;
}

/** The part of a URL or a ticket that nobody can guess. */
export function makeSecret(): string {
  return randomBytes(18).toString("base64url");
}

/** Block and action IDs that Slack makes up where the app gave none. */
export function makeShortId(): string {
  return randomBytes(4).toString("base64url").slice(0, 5);
}

/** Digits, as in the middle part of a response URL or a trigger. */
export function makeNumber(): string {
  return String(randomInt(100_000_000_000, 999_999_999_999));
}
