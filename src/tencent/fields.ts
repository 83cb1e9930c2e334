import { z } from "zod";

/**
 * Fields of an answer. Documents and versions disagree about their types, so each takes what can be
 * meant by it; what can't is undefined, and nothing else of the answer is lost. A function for each,
 * rather than a union to try: these are the hot path of reading an answer.
 */

/** An integer of any size, digit for digit. */
export type Integer = number | bigint;

/** A text and nothing else. */
export const word = z
  .transform((value: unknown) => (typeof value === "string" ? value : undefined))
  .optional();
/** A text, or a number in its place, digit for digit. */
export const text = z.transform(asText).optional();
export const texts = z
  .transform((value: unknown) => (Array.isArray(value) ? value.map(asText) : undefined))
  .optional();
/** An integer, also as a text of digits. */
export const integer = z.transform(asInteger).optional();
/** true, "true", 1 and "1", and their opposites. */
export const truth = z.transform(asTruth).optional();

function asText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const isNumber = Number.isFinite(value) || typeof value === "bigint";
  return isNumber ? String(value) : undefined;
}

function asInteger(value: unknown): Integer | undefined {
  if (typeof value === "bigint") return value;
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : undefined;
  if (typeof value !== "string" || !/^-?\d{1,40}$/.test(value)) return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : BigInt(value);
}

const truths: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["1", true],
  ["false", false],
  ["0", false],
]);

function asTruth(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  const said = typeof value === "string" || typeof value === "number";
  return said ? truths.get(String(value).toLowerCase()) : undefined;
}
