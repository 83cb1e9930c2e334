import { expect, it } from "vitest";
import { soak } from "../soak/soak.ts";
import { modes } from "../support/stage.ts";

// The short form of `npm run soak`, with every trouble once. What grows takes longer to show.
it("half a minute of mixed load and troubles: every interaction is accounted for", async () => {
  const options = { roundsMs: [36_000], troubleEveryMs: 1_200, quietMs: 0 };
  const results = await Promise.all(modes.map((mode) => soak(mode, options)));
  for (const result of results) {
    expect(result).toMatchObject({ defects: [], mishaps: [], wrongWatches: [], exit: 0 });
    expect(result.holdings[0]?.warnings).toBe(0);
    expect(result.lost).toBeLessThanOrEqual(result.deeds * 0.2);
  }
});
