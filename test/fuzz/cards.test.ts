import * as fc from "fast-check";
import { expect, test } from "vitest";
import { codeCard } from "../../src/cards/code-card.ts";
import { noticeCard, underWayCard } from "../../src/cards/notices.ts";
import { resultCard } from "../../src/cards/result-card.ts";
import { watchCard, watchNewsCard } from "../../src/cards/watch-card.ts";
import { readCode } from "../../src/tencent/catalogue/explain.ts";
import { anyCode, anyFailed, anyFound, anyMissing, hostileText } from "../cards/arbitrary.ts";
import { flawsOf } from "../cards/flaws.ts";
import { findings } from "./fuzz.ts";

const activityLabels = {};
/** No name of Slack's, so that no mention is right. */
const startedBy = "<!channel>";

const anyCard = fc.oneof(
  fc
    .tuple(fc.oneof(anyFound, anyMissing, anyFailed), fc.boolean(), fc.boolean())
    .map(([result, shared, watchable]) =>
      resultCard(result, { shared, activityLabels, watchable }),
    ),
  fc
    .tuple(anyCode, fc.integer({ min: 1, max: 9 }))
    .map(([code, tries]) => codeCard(readCode(code), tries)),
  hostileText.map((suggestion) => noticeCard({ title: "Title", body: "Body.", suggestion })),
  hostileText.map(underWayCard),
  fc
    .tuple(
      fc.oneof(anyFound, anyMissing),
      hostileText,
      fc.constantFrom("gone" as const, "expired" as const),
    )
    .map(([result, name, kind]) =>
      watchCard(
        { result, state: { kind, at: 1 }, name, startedBy },
        { activityLabels, watchable: true },
      ),
    ),
  hostileText.map((text) =>
    watchNewsCard({ roomId: text, clauses: ["seats were turned on"], owner: text, at: 1 }),
  ),
);

test("cards: Slack takes every card, and nothing foreign in one is live", async () => {
  const property = fc.property(anyCard, (card) => {
    const flaws = flawsOf(card);
    if (flaws.length > 0) throw new Error(flaws.join("\n"));
  });
  expect(await findings(property, { short: 500 })).toBe("");
});
