import { describe, expect, it } from "vitest";
import { modes, setStage } from "../../../support/stage.ts";

describe.each(modes)("with Tencent hung, over %s", (mode) => {
  it("50 people ask at once while Tencent hangs", async () => {
    const stage = await setStage(mode);
    stage.tencent.weather.set({ kind: "hang" });
    const start = performance.now();
    const interactions = await Promise.all(
      Array.from({ length: 50 }, (_, index) => stage.slack.command({ text: `room-${index}` })),
    );
    expect(Math.max(...interactions.map(({ ack }) => ack.ms))).toBeLessThanOrEqual(300);
    const answers = await Promise.all(
      interactions.map(async (interaction) => (await interaction.settled(2, 13_000)).at(-1)),
    );
    // 12 s for the look-up; the rest is the way to Slack and back.
    expect(performance.now() - start).toBeLessThan(12_500);
    for (const answer of answers) {
      expect(answer?.text).toContain("Tencent did not answer in time");
      expect(answer?.text).toContain("RequestId: none given");
    }
    await stage.close();
  });
});
