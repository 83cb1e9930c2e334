import * as fc from "fast-check";
import { expect, test } from "vitest";
import { liveTokens } from "../../simulator/slack/live-tokens.ts";
import { clean, foreignInText, foreignPlain } from "../../src/cards/text.ts";
import { hostileText } from "../cards/arbitrary.ts";
import { findings } from "./fuzz.ts";

/** Slack reads these three entities back, and no other. */
function shown(escaped: string): string {
  return escaped.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}

/** What turns lines around, hides, or steers: none of it has a place in a line of foreign text. */
const steering =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** What Slack makes a link of by itself, in text that is markup. */
const bareLink = /[a-z]:\/\/|(?:mailto|tel):[^\s\u2060…]/i;

function harmless(written: string, escaped: string, most: number, where: "text" | "plain"): void {
  const fail = (words: string): never => {
    throw new Error(`${words}: ${JSON.stringify(escaped.slice(0, 200))}`);
  };
  if (escaped.length > most) fail("too long");
  if (!escaped.isWellFormed()) fail("half a character");
  if (escaped.trim() === "") fail("empty");
  if (/[<>]|&(?!(?:amp|lt|gt);)/.test(escaped)) fail("not escaped");
  if (steering.test(escaped)) fail("steers");
  if (where === "text" && bareLink.test(escaped)) fail("a bare link");
  // Whatever stands beside it, in a sentence of ours.
  for (const sentence of [escaped, `Room ${escaped} of <`, `@${escaped}>`, `<${escaped}`]) {
    const live = liveTokens({ raw: { text: sentence } });
    if (live.length > 0) fail(`live: ${JSON.stringify(live)}`);
  }
  // The reader sees what was written, as far as it can be shown: no more, and not changed.
  const seen = shown(escaped).replaceAll("\u2060", "");
  const whole = clean(written).replaceAll("\u2060", "");
  const isAll = seen === whole;
  const isBeginning = seen.endsWith("…") && whole.startsWith(seen.slice(0, -1));
  const isBlank = seen === "(blank)" && !/[\p{L}\p{N}\p{P}\p{S}]/u.test(whole);
  if (!isAll && !isBeginning && !isBlank) fail("reads differently");
}

test("escaping: foreign text never becomes a mention, a broadcast or a link, and reads as it was written", async () => {
  const property = fc.property(hostileText, fc.integer({ min: 8, max: 800 }), (written, most) => {
    harmless(written, foreignInText(written, most), most, "text");
    harmless(written, foreignPlain(written, most), most, "plain");
  });
  expect(await findings(property, { short: 2_000 })).toBe("");
});
