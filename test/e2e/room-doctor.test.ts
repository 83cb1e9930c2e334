import { afterEach, describe, expect, it, vi } from "vitest";
import { BOT_USER, groups, people, places } from "../../simulator/slack/seed.ts";
import { doctorCommand } from "../../src/cli/doctor.ts";
import { interactionsIn } from "../support/log-lines.ts";
import {
  environmentFor,
  granted,
  modes,
  secrets,
  setStage,
  type Mode,
  type Stage,
  type StageOptions,
} from "../support/stage.ts";

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

async function newStage(mode: Mode, options: StageOptions = {}): Promise<Stage> {
  const environment = { ADMIN_USERS: people.asker, ...options.environment };
  stage = await setStage(mode, { ...options, environment });
  return stage;
}

async function cardsFor({ slack }: Stage, user: string = people.asker, count = 1) {
  const interaction = await slack.command({ text: "doctor", user });
  expect(interaction.ack).toMatchObject({ ok: true, late: false });
  const cards = await interaction.settled(count);
  for (const { visibility } of cards) expect(visibility).toBe("ephemeral");
  return cards;
}

async function linesFor(on: Stage, user?: string): Promise<readonly string[]> {
  const [card, ...others] = await cardsFor(on, user);
  expect(others).toEqual([]);
  return card?.text.split("\n") ?? [];
}

const badIn = (lines: readonly string[]) => lines.filter((line) => /^[\w -]+: bad: /.test(line));

/** Without two that differ between processes: when a signature runs out, and where things are kept. */
const shared = (lines: readonly string[]) =>
  lines.filter((line) => !/^(Signature|Store):/.test(line));

describe.each(modes)("/room doctor over %s", (mode) => {
  it("shows an admin each step, in the words of npm run doctor", async () => {
    const on = await newStage(mode);
    const lines = await linesFor(on);
    expect(lines[0]).toBe("All is good.");
    expect(lines.at(-1)).toMatch(/^Checked .* UTC$/);

    const printed: string[] = [];
    const write = (text: string): void => void printed.push(text);
    const environment = { ...environmentFor(mode, on.slack, on.tencent), DATA_DIR: "none" };
    await doctorCommand(["--json"], environment, { out: write, err: write });
    const { findings } = JSON.parse(printed.join("")) as {
      findings: readonly { step: string; verdict: string; what: string }[];
    };
    const told = findings.map(({ step, verdict, what }) => `${step}: ${verdict}: ${what}`);
    expect(shared(lines.slice(1, -1))).toEqual(shared(told));
    expect(lines).toContain("Store: good: the folder of DATA_DIR can be written");
    expect(lines.join("\n")).toMatch(/^Signature: good: made for administrator of app 1400000000/m);
  });

  it("asks Tencent once, and opens no connection of Slack's beside the bot's own", async () => {
    const on = await newStage(mode);
    const opened = () => on.slack.calls.filter(({ method }) => method === "apps.connections.open");
    const before = opened().length;
    await linesFor(on);
    expect(on.tencent.stats().queries).toBe(1);
    expect(opened()).toHaveLength(before);
    expect(on.slack.sockets).toBe(mode === "socket" ? 2 : 0);
  });
});

describe("/room doctor where something is wrong", () => {
  it("names the cause and what to do about it, and writes down how much there is", async () => {
    const on = await newStage("http", { environment: { TENCENT_ADMIN: "somebody" } });
    const lines = await linesFor(on);
    expect(lines[0]).toMatch(/^1 thing keeps this bot from working as it should\./);
    const [bad = "", ...others] = badIn(lines);
    expect(others).toEqual([]);
    expect(bad).toMatch(/^Look-up: bad: somebody is not an administrator of app 1400000000/);
    expect(lines[lines.indexOf(bad) + 1]).toMatch(/^Next: Set TENCENT_ADMIN to an account/);
    await vi.waitFor(() =>
      expect(interactionsIn(on.log)).toContainEqual(
        expect.objectContaining({ result: "doctor", outcome: "answered", bad: 1, warnings: 0 }),
      ),
    );
  });

  it("says which scopes are missing, whole, in the blocks and in the text", async () => {
    const scopes = granted.scopes.filter((scope) => !/history/.test(scope));
    const on = await newStage("http", { slack: { scopes } });
    const [card] = await cardsFor(on);
    for (const shown of [card?.text, JSON.stringify(card?.blocks)]) {
      expect(shown).toMatch(/lacks scopes: channels:history .*; groups:history .*; im:history \(/);
    }
  });

  it("tells a clock that is off, by the time of Tencent's own answer", async () => {
    const on = await newStage("http");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    const real = Date.now();
    on.tencent.weather.set({ kind: "slow", ms: 300 });
    const asked = linesFor(on);
    await vi.waitFor(() => expect(on.tencent.stats().queries).toBe(1));
    vi.setSystemTime(real + 10 * 60_000);
    const lines = await asked.finally(() => vi.useRealTimers());
    expect(badIn(lines)).toEqual([
      expect.stringContaining("Clock: bad: this machine's clock is 10 minutes ahead of Tencent's"),
    ]);
  });

  it("ends where a data centre hangs, and its step says so", async () => {
    const on = await newStage("http", { figures: { queryTimeoutMs: 200, doctorAskMs: 1_000 } });
    on.tencent.weather.set({ kind: "hang" });
    const lines = await linesFor(on);
    expect(badIn(lines)).toEqual([
      expect.stringMatching(/^Data centre: bad: 127\.0\.0\.1:\d+ can't be reached: /),
    ]);
    expect(lines).toContain("Look-up: not checked: the data centre can't be reached");
    expect(lines).toContain("Store: good: the folder of DATA_DIR can be written");
    expect(on.tencent.stats().queries).toBe(1);
  });

  it("says why nothing is sent while the circuit is open, and sends nothing", async () => {
    const on = await newStage("http", {
      figures: { circuitQuestions: 1, circuitSpanMs: 0, circuitRestMs: 60_000 },
    });
    on.tencent.weather.set({ kind: "http", status: 502 });
    const room = await on.slack.command({ text: "live-room" });
    await room.settled();
    const { queries } = on.tencent.stats();
    const [bad] = badIn(await linesFor(on));
    expect(bad).toMatch(/^Data centre: bad: .*HTTP 502/);
    expect(on.tencent.stats().queries).toBe(queries);
  });

  it("does not blame Tencent where its own line is full", async () => {
    const on = await newStage("http", {
      environment: { TENCENT_QPS: "1" },
      figures: { longestLine: { person: 0, background: 0 } },
    });
    on.tencent.weather.setForRoom("live-room", { kind: "hang" });
    await on.slack.command({ text: "live-room" });
    await vi.waitFor(() => expect(on.tencent.stats().queries).toBe(1));
    const lines = await linesFor(on);
    expect(badIn(lines)).toEqual([]);
    expect(lines).toContainEqual(
      expect.stringMatching(/^Data centre: warning: 127\.0\.0\.1:\d+ was not asked: too many /),
    );
    expect(on.tencent.stats().queries).toBe(1);
  });

  it("shows and logs no secret", async () => {
    const on = await newStage("socket", {
      environment: { TENCENT_SECRET_KEY: secrets.secretKey.toUpperCase() },
    });
    const [card] = await cardsFor(on);
    const shown = JSON.stringify(card);
    expect(shown).toContain("TENCENT_SECRET_KEY is the key of another app");
    for (const secret of [...Object.values(secrets), secrets.secretKey.toUpperCase()]) {
      expect(shown).not.toContain(secret);
      expect(on.log.join("\n")).not.toContain(secret);
    }
    expect(shown).not.toMatch(/usersig=|eJ[\w*-]{30}/i);
  });
});

describe("who may ask for it", () => {
  it("refuses everybody else calmly, and asks nobody anything", async () => {
    const on = await newStage("http", { environment: { ADMIN_USERS: groups.oncall } });
    const [card] = await cardsFor(on, people.asker);
    expect(card?.text).toContain("This is for the people who run this bot");
    expect(card?.text).toContain("They have listed who may see how it is set up.");
    expect(card?.text).not.toContain("1400000000");
    expect(on.tencent.stats().queries).toBe(0);
    expect((await linesFor(on, people.colleague))[0]).toBe("All is good.");
  });

  it("says how admins are listed where nobody is", async () => {
    const on = await newStage("http", { environment: { ADMIN_USERS: "" } });
    const [card] = await cardsFor(on);
    expect(card?.text).toContain("This is for the people who run this bot");
    expect(card?.text).toContain("the variable ADMIN_USERS");
    expect(on.tencent.stats().queries).toBe(0);
  });

  it("refuses a guest, though listed", async () => {
    const on = await newStage("http", { environment: { ADMIN_USERS: people.guest } });
    const [card] = await cardsFor(on, people.guest);
    expect(card?.text).toContain("Guests and people of other companies don't get it");
    expect(on.tencent.stats().queries).toBe(0);
  });

  it("is answered behind /room alone: by its name, this bot says where", async () => {
    const { slack, tencent } = await newStage("http");
    await slack.say({ channel: places.support, text: `<@${BOT_USER}> doctor` });
    const [told] = await slack.waitForMessages(({ user }) => user === BOT_USER);
    expect(told?.text).toContain("Ask for this with /room doctor");
    expect(tencent.stats().queries).toBe(0);
  });
});

describe("a check that takes a while", () => {
  it("is told to be under way, and is shared by whoever asks meanwhile", async () => {
    const on = await newStage("http", {
      environment: { ADMIN_USERS: `${people.asker},${people.colleague}` },
      figures: { underWayMs: 30 },
    });
    // The first answer that is not for guests has the token tested too: whose workspace is it.
    await (await on.slack.command({ text: "watches" })).settled();
    on.tencent.weather.set({ kind: "slow", ms: 400 });
    const tests = () => on.slack.calls.filter(({ method }) => method === "auth.test").length;
    const before = tests();
    const askers = [people.asker, people.asker, people.colleague];
    const answers = await Promise.all(askers.map((user) => cardsFor(on, user, 2)));
    for (const [notice, card] of answers) {
      expect(notice?.text).toContain("Checking how this bot is set up");
      expect(card?.text).toMatch(/^All is good\.\n/);
    }
    expect(on.tencent.stats().queries).toBe(1);
    expect(tests() - before).toBe(1);
    // The next one is a check of its own.
    await cardsFor(on, people.colleague, 2);
    expect(on.tencent.stats().queries).toBe(2);
  });

  it("is answered before a stop where there is time for it", async () => {
    const on = await newStage("http");
    on.tencent.weather.set({ kind: "slow", ms: 300 });
    const interaction = await on.slack.command({ text: "doctor" });
    await on.stopBot();
    expect(interaction.messages.map(({ text }) => text.split("\n")[0])).toEqual(["All is good."]);
  });

  it("is cut short by a stop where there is none, and its asker told of the restart", async () => {
    const on = await newStage("http", { figures: { stopAnswersMs: 100 } });
    on.tencent.weather.set({ kind: "hang" });
    const interaction = await on.slack.command({ text: "doctor" });
    const started = performance.now();
    await on.stopBot();
    expect(performance.now() - started).toBeLessThan(4_000);
    expect(interaction.messages.at(-1)?.text).toContain("This bot is restarting");
  });
});
