import { expect, it } from "vitest";
import { botProcess } from "../../support/bot-process.ts";
import { modes } from "../../support/stage.ts";

it("SIGTERM while Tencent hangs", async () => {
  for (const mode of modes) {
    // oxlint-disable-next-line no-await-in-loop -- both ways, each with a bot of its own
    const { slack, tencent, program } = await botProcess(mode);
    tencent.weather.set({ kind: "hang" });
    const rooms = Array.from({ length: 20 }, (_, index) => `room-${index}`);
    // oxlint-disable-next-line no-await-in-loop -- see above
    const sent = await Promise.all(rooms.map((text) => slack.command({ text })));
    const started = performance.now();
    program.signal("SIGTERM");
    // oxlint-disable-next-line no-await-in-loop -- see above
    expect(await program.ended).toBe(0);
    expect(performance.now() - started).toBeLessThan(10_000);
    for (const { messages } of sent) {
      expect(messages.at(-1)?.text).toContain("This bot is restarting");
    }
  }
}, 60_000);
