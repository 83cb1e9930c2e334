import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BOT_USER, places } from "../../../simulator/slack/seed.ts";
import { botProcess } from "../../support/bot-process.ts";
import { answerTo, faultStage } from "../../support/fault-stage.ts";
import { readLog } from "../../support/log-lines.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe.concurrent("the folder of DATA_DIR", { timeout: 60_000 }, () => {
  it("DATA_DIR can't be written", async () => {
    const file = join(temporaryFolder(), "a file, no folder");
    writeFileSync(file, "");
    const environment = { DATA_DIR: file };
    const { slack, program, url } = await botProcess("http", { environment });
    const said = readLog(program.out.trim().split("\n")).find(({ folder }) => folder === file);
    expect(said).toMatchObject({ level: "error", msg: expect.stringContaining("without watches") });
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      status: "ready",
      warnings: [{ reason: "no-store" }],
    });
    expect((await answerTo(slack, "live-room")).words).toContain("Friday night karaoke");
    const [told] = await (await slack.command({ text: "watch live-room" })).settled(1, 15_000);
    expect(told?.text).toContain("keeps no watches");
  });

  it("the disk fills up in the middle of a run", async () => {
    // The system lets no file of this process grow past 96 KiB, so that its store can't either.
    const limits = { fileKib: 96 };
    const { slack, program, url, start } = await botProcess("http");
    program.signal("SIGTERM");
    await program.ended;
    const full = await start(limits);
    expect(full.url).not.toBe(url);
    for (let index = 0; !full.program.out.includes("the store did not take"); index += 1) {
      if (index === 200) throw new Error("the store took everything");
      // oxlint-disable-next-line no-await-in-loop -- until it is full
      expect((await answerTo(slack, "gone-room")).words).toContain("No room with this ID");
    }
    // Answers go on, to commands and to mentions, each once.
    expect((await answerTo(slack, "live-room")).words).toContain("Friday night karaoke");
    await slack.say({ channel: places.support, text: `<@${BOT_USER}> live-room` });
    const [card] = await slack.waitForMessages(
      ({ user, visibility }) => user === BOT_USER && visibility === "in_channel",
      15_000,
    );
    expect(card?.text).toContain("Friday night karaoke");
    // What has to be kept is not promised.
    const [told] = await (await slack.command({ text: "watch live-room" })).settled(1, 15_000);
    expect(told?.text).not.toContain("watched now");
    expect(full.program.out).not.toContain("this process ends");
    full.program.signal("SIGTERM");
    expect(await full.program.ended).toBe(0);
  });

  it("another process locks the store's file", async () => {
    const folder = temporaryFolder();
    const stage = await faultStage("http", { environment: { DATA_DIR: folder } });
    const { default: Database } = await import("libsql");
    const other = new Database(join(folder, "greenroom.sqlite"));
    other.exec("begin immediate");
    const { slack } = stage;
    const said = await slack.say({ channel: places.support, text: `<@${BOT_USER}> live-room` });
    expect(said.events.every(({ tries }) => tries.every(({ ok }) => ok))).toBe(true);
    const [card] = await slack.waitForMessages(({ user }) => user === BOT_USER, 15_000);
    expect(card?.text).toContain("Friday night karaoke");
    const doubts = readLog(stage.log).filter(({ level }) => level === "warn");
    expect(doubts.map(({ msg }) => msg)).toContain(
      "the store does not say whether a delivery came before",
    );
    other.exec("rollback");
    other.close();
    const [told] = await (await slack.command({ text: "watch live-room" })).settled(1, 15_000);
    expect(told?.text).toContain("watched now");
  });
});
