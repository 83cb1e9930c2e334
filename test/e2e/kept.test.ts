import { existsSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { BOT_USER, people, places } from "../../simulator/slack/seed.ts";
import { startBotProgram } from "../support/program.ts";
import { environmentFor, setStage, startStandIns } from "../support/stage.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const mention = `<@${BOT_USER}>`;

/** A built bot that is started, stopped and started again, between stand-ins that go on. */
async function setRestarts(env: Readonly<Record<string, string>> = {}) {
  const { slack, tencent } = await startStandIns();
  const environment = { ...environmentFor("http", slack, tencent), ...env };
  return {
    slack,
    tencent,
    start: async () => {
      const { program, url } = await startBotProgram(environment);
      slack.requestUrl = `${url}/slack/events`;
      const stop = async () => {
        program.signal("SIGTERM");
        await program.ended;
      };
      return { program, url, stop };
    },
    fromBot: (count: number) =>
      slack.waitForMessages(({ user }) => user === BOT_USER, 8_000, count),
    close: () => Promise.all([slack.close(), tencent.close()]),
  };
}

describe("what outlives a restart", () => {
  it("a thread's card of a room: who asks again has it brought up to date", async () => {
    const { slack, tencent, start, fromBot, close } = await setRestarts();
    const first = await start();
    const { message: root } = await slack.say({ channel: places.support, text: "muted?" });
    const question = { channel: places.support, thread: root.ts, text: `${mention} live-room` };
    await slack.say(question);
    const [card] = await fromBot(1);
    await first.stop();
    tencent.rooms.update("live-room", { IsMessageDisabled: true });
    const second = await start();
    await slack.say(question);
    const [, told] = await fromBot(2);
    expect(card?.edits).toHaveLength(1);
    expect(card?.text).toContain("Muted for everyone");
    expect(told?.ephemeralTo).toBe(people.asker);
    await second.stop();
    await close();
  });

  it("that an event was handled: what Slack delivers again is acknowledged and let go", async () => {
    const { slack, start, fromBot, close } = await setRestarts();
    const first = await start();
    const { events } = await slack.say({ channel: places.support, text: `${mention} live-room` });
    await fromBot(1);
    await first.stop();
    const second = await start();
    for (const { payload } of events) {
      const body = JSON.stringify(payload);
      const { status } = await slack.deliver({ body, contentType: "application/json" });
      expect(status).toBe(200);
    }
    await wait(300);
    await second.stop();
    expect(slack.workspace.messages.filter(({ user }) => user === BOT_USER)).toHaveLength(1);
    await close();
  });
});

describe("a bot without a store", () => {
  it("because it is told to keep nothing does so without a word, and loads no database", async () => {
    const { start, close } = await setRestarts({ DATA_DIR: "none" });
    const { program, url, stop } = await start();
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: "ready", reasons: [] });
    expect(program.out).not.toMatch(/"level":"(?:warn|error)"/);
    // Linux lists the files that a process has mapped, native modules among them.
    const maps = `/proc/${program.pid}/maps`;
    expect(existsSync(maps) ? readFileSync(maps, "utf8") : "").not.toContain("libsql");
    await stop();
    await close();
  });
});

it("a look-up is kept with who asked, where, and what came of it", async () => {
  const folder = temporaryFolder();
  const stage = await setStage("http", { environment: { DATA_DIR: folder } });
  await (await stage.slack.command({ text: "live-room" })).settled();
  await (await stage.slack.command({ text: "help" })).settled();
  await stage.close();
  const { default: Database } = await import("libsql");
  const rows = new Database(join(folder, "greenroom.sqlite"))
    .prepare("select * from look_ups")
    .all();
  expect(rows).toEqual([
    {
      id: expect.any(String),
      at: expect.any(Number),
      asker: people.asker,
      channel: places.support,
      entry: "command",
      room: "live-room",
      result: "found",
      outcome: "answered",
      ms: expect.any(Number),
    },
  ]);
});

it("what somebody asks is kept until it is answered, and nobody can read it there", async () => {
  const folder = temporaryFolder();
  const stage = await setStage("http", { environment: { DATA_DIR: folder } });
  stage.tencent.weather.setForRoom("live-room", { kind: "slow", ms: 300 });
  const asked = await stage.slack.command({ text: "live-room" });
  const { default: Database } = await import("libsql");
  const file = new Database(join(folder, "greenroom.sqlite"));
  const kept = () => file.prepare("select sealed, claimed_by from handled_events").all();
  const [row] = file.prepare("select sealed from handled_events").all() as { sealed: string }[];
  expect(row?.sealed.length).toBeGreaterThan(400);
  expect(Buffer.from(row?.sealed ?? "", "base64").toString("latin1")).not.toMatch(
    /live-room|http|U0/,
  );
  await asked.settled();
  await vi.waitFor(() => expect(kept()).toEqual([{ sealed: null, claimed_by: null }]));
  file.close();
  await stage.close();
});

it("what people say among themselves is not kept at all", async () => {
  const folder = temporaryFolder();
  const stage = await setStage("http", { environment: { DATA_DIR: folder } });
  const { default: Database } = await import("libsql");
  const file = new Database(join(folder, "greenroom.sqlite"));
  // Seen before the bot is done with it: whatever was kept for a moment is noted here.
  file.exec(`create table seen (sealed text);
    create trigger watching after insert on handled_events
    begin insert into seen values (new.sealed); end`);
  const seen = () => file.prepare("select sealed is null as is_bare from seen").all();
  await stage.slack.say({ channel: places.support, text: "is lunch at noon?" });
  await vi.waitFor(() => expect(seen()).toEqual([{ is_bare: 1 }]));
  await stage.slack.say({ channel: places.support, text: `${mention} live-room` });
  await vi.waitFor(() => expect(seen()).toContainEqual({ is_bare: 0 }));
  file.close();
  await stage.close();
});
