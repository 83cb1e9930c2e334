import { expect, it } from "vitest";
import { soak } from "../../soak/soak.ts";
import { modes } from "../../support/stage.ts";

// The short form of `npm run soak`, with every trouble once. What grows takes longer to show.
const options = { roundsMs: [36_000], troubleEveryMs: 1_200, quietMs: 0 };
/** What is missing is waited for; a time-out would not say what it was. */
const timeoutMs = 180_000;

it(
  "half a minute of mixed load and troubles: every interaction is accounted for",
  async () => {
    const results = await Promise.all(modes.map((mode) => soak(mode, options)));
    for (const result of results) {
      expect(result).toMatchObject({ defects: [], mishaps: [], wrongWatches: [], exit: 0 });
      expect(result.untried).toEqual([]);
      expect(result.holdings[0]?.warnings).toBe(0);
      // Sockets are away for 5 s of the 36, and Slack takes nothing for another.
      expect(result.lost).toBeLessThanOrEqual(result.deeds * 0.25);
    }
  },
  timeoutMs,
);
