import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { places } from "../../../simulator/slack/seed.ts";
import type { Message } from "../../../simulator/slack/messages.ts";
import { answerTo, faultStage } from "../../support/fault-stage.ts";
import { readLog } from "../../support/log-lines.ts";
import type { Stage } from "../../support/stage.ts";
import { briskWatches } from "../../support/watch-figures.ts";

/** About a tenth of the real figures. */
const figures = {
  circuitQuestions: 3,
  circuitSpanMs: 200,
  circuitRestMs: 500,
};

/** Three rooms are asked about one after the other, and nothing answers. */
async function breakDown({ slack, tencent }: Stage): Promise<void> {
  tencent.weather.set({ kind: "reset" });
  for (const room of ["live-room", "quiet-room", "muted-room"]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await answerTo(slack, room);
  }
}

describe.concurrent("Tencent's absence", { timeout: 60_000 }, () => {
  it("Tencent answers nothing any more", async () => {
    const stage = await faultStage("http", { figures: { ...figures, circuitRestMs: 60_000 } });
    await breakDown(stage);
    const { queries } = stage.tencent.stats();
    const { words } = await answerTo(stage.slack, "hidden-room");
    expect(words).toContain("Tencent is not answering at the moment");
    expect(words).toContain("“The connection to Tencent broke off”");
    expect(words).toContain("*Who acts:* Tencent.");
    expect(words).toMatch(/Tencent is tried again in about \d+ seconds/);
    expect(words).toContain("Tencent was not asked");
    expect(stage.tencent.stats().queries).toBe(queries);
    const warnings = readLog(stage.log).filter(({ fault }) => fault === "connection-reset");
    expect(warnings).toMatchObject([{ level: "warn" }]);
  });

  it("Tencent comes back after it was away", async () => {
    const stage = await faultStage("http", { figures });
    await breakDown(stage);
    stage.tencent.weather.set(null);
    await wait(figures.circuitRestMs + 20);
    expect((await answerTo(stage.slack, "live-room")).words).toContain("Friday night karaoke");
    expect((await answerTo(stage.slack, "quiet-room")).words).toContain("Quiet reading");
    expect(readLog(stage.log).map(({ msg }) => msg)).toContain("Tencent answers again");
  });

  it("many ask in the moment in which Tencent is tried again", async () => {
    const rests = 2_000;
    const stage = await faultStage("http", { figures: { ...figures, circuitRestMs: rests } });
    await breakDown(stage);
    await wait(rests + 20);
    const { queries } = stage.tencent.stats();
    const rooms = Array.from({ length: 10 }, (_, index) => `many-${index}`);
    const answers = await Promise.all(rooms.map((room) => answerTo(stage.slack, room)));
    const told = answers.filter(({ words }) => words.includes("Tencent is not answering"));
    expect(told).toHaveLength(9);
    expect(stage.tencent.stats().queries).toBe(queries + 1);
  });

  it("one room alone is not answered", async () => {
    const stage = await faultStage("http", { figures });
    stage.tencent.weather.setForRoom("live-room", { kind: "reset" });
    for (let time = 0; time < 3; time += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { words } = await answerTo(stage.slack, "live-room");
      expect(words).toContain("The connection to Tencent broke off");
    }
    expect((await answerTo(stage.slack, "quiet-room")).words).toContain("Quiet reading");
  });

  it("Tencent is away while a room is watched", async () => {
    const stage = await faultStage("http", {
      figures: { ...briskWatches, ...figures, staleAfterMs: 800 },
      slack: { channelBurst: 100 },
    });
    const { slack, tencent } = stage;
    await (await slack.command({ text: "watch live-room", channel: places.support })).settled();
    const [card] = await slack.waitForMessages(({ visibility }) => visibility === "in_channel");
    const shows = (text: string | RegExp) =>
      vi.waitFor(() => expect((card as Message).text).toMatch(text), { timeout: 10_000 });
    await breakDown(stage);
    await shows(/Not up to date since .+: .+\. This bot goes on asking\./);
    const { queries } = tencent.stats();
    await wait(1_500);
    // One probe in 500 ms, not one reading in 60.
    expect(tencent.stats().queries - queries).toBeLessThanOrEqual(4);
    tencent.rooms.update("live-room", { IsMessageDisabled: true });
    tencent.weather.set(null);
    await shows("Muted for everyone");
    expect(card?.text).not.toContain("Not up to date");
  });
});
