import { createServer } from "node:http";
import { afterAll, describe, expect, it, vi } from "vitest";
import type { Call } from "../../simulator/slack/calls.ts";
import type { Interaction } from "../../simulator/slack/interactions.ts";
import { places } from "../../simulator/slack/seed.ts";
import { listen } from "../../simulator/network/listen.ts";
import { interactionsIn } from "../support/log-lines.ts";
import { roomCommandForm } from "../support/raw-command.ts";
import { setStage, type Stage, type StageOptions } from "../support/stage.ts";

const patienceMs = 10_000;
const rooms = ["live-room", "quiet-room", "hidden-room", "muted-room"];

const pathOf = ({ payload }: Interaction) => new URL(String(payload["response_url"])).pathname;

const stages: Stage[] = [];
afterAll(() => Promise.all(stages.map((stage) => stage.close())));

async function newStage(options: StageOptions = {}) {
  // No word that a look-up is under way, however slow the machine is: each test counts its posts.
  const figures = { slackPostTimeoutMs: 2_000, underWayMs: 60_000, ...options.figures };
  const stage = await setStage("http", { ...options, figures });
  stages.push(stage);
  const { slack, tencent, log } = stage;
  return {
    slack,
    tencent,
    log,
    callsOf: (interaction: Interaction): readonly Call[] =>
      slack.calls.filter(({ method }) => method === pathOf(interaction)),
    /** The one line of the log that says how it ended. */
    end: () =>
      vi.waitFor(
        () => {
          const ends = interactionsIn(log);
          expect(ends).toHaveLength(1);
          return ends[0];
        },
        { timeout: patienceMs },
      ),
  };
}

describe.concurrent("the answer's way back through response_url", () => {
  it.each([
    ["an error of Slack's (500)", { kind: "status", status: 500 }],
    ["a connection that is reset", { kind: "reset" }],
    ["no answer in time", { kind: "hang" }],
  ] as const)("tries again after %s", async (_, fault) => {
    const { slack, end } = await newStage();
    slack.fault.responseUrl(fault);
    const interaction = await slack.command({ text: "live-room" });
    const [card] = await interaction.settled();
    expect(card?.text).toContain("Friday night karaoke");
    expect(await end()).toMatchObject({ outcome: "answered", posts: 2 });
  });

  it("waits as long as Slack says (429), and answers another channel meanwhile", async () => {
    const { slack, callsOf } = await newStage();
    slack.fault.responseUrl({ kind: "rate_limited", retryAfter: 1 });
    const held = await slack.command({ text: "live-room --share", channel: places.support });
    await vi.waitFor(() => expect(callsOf(held)).toHaveLength(1));
    const other = await slack.command({ text: "live-room --share", channel: places.lobby });
    await other.settled();
    await held.settled();
    const [first, second] = callsOf(held);
    expect(Number(second?.at) - Number(first?.at)).toBeGreaterThanOrEqual(950);
    expect(Number(callsOf(other)[0]?.at)).toBeLessThan(Number(second?.at));
    expect(callsOf(held)).toHaveLength(2);
  });

  it("logs an answer whose URL has expired as undelivered, and does not insist", async () => {
    let ahead = 0;
    const { slack, tencent, callsOf, end } = await newStage({
      slack: { now: () => Date.now() + ahead },
    });
    tencent.weather.setForRoom("live-room", { kind: "slow", ms: 500 });
    const interaction = await slack.command({ text: "live-room" });
    ahead = 31 * 60 * 1000;
    expect(await end()).toMatchObject({
      level: "error",
      outcome: "failed",
      undelivered: expect.stringContaining("expired_url"),
      posts: 1,
    });
    expect(callsOf(interaction)).toHaveLength(1);
  });

  it("logs an answer whose URL is used up as undelivered, and does not insist", async () => {
    const { slack, tencent, end } = await newStage();
    tencent.weather.setForRoom("live-room", { kind: "slow", ms: 1_000 });
    const interaction = await slack.command({ text: "live-room" });
    for (let used = 0; used < 5; used += 1) {
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ text: "somebody else" });
      // oxlint-disable-next-line no-await-in-loop -- in order, as they would come
      await fetch(String(interaction.payload["response_url"]), { method: "POST", headers, body });
    }
    expect(await end()).toMatchObject({
      outcome: "failed",
      undelivered: expect.stringContaining("used_url"),
      posts: 1,
    });
  });

  it("never posts more than five times for one interaction, whatever happens", async () => {
    const { slack, tencent, callsOf, end } = await newStage({ figures: { underWayMs: 20 } });
    tencent.weather.setForRoom("live-room", { kind: "slow", ms: 100 });
    slack.fault.responseUrl({ kind: "status", status: 503 }, 50);
    const interaction = await slack.command({ text: "live-room" });
    // One for the word that it is under way, three for the answer.
    expect(await end()).toMatchObject({ outcome: "failed", posts: 4 });
    expect(callsOf(interaction)).toHaveLength(4);
  });

  it("shows a room whose cover Slack can't load", async () => {
    const { slack, end } = await newStage({ slack: { reachable: () => false } });
    const interaction = await slack.command({ text: "live-room" });
    const [card] = await interaction.settled();
    expect(card?.blocks.length).toBeGreaterThan(1);
    expect(await end()).toMatchObject({ outcome: "answered" });
  });

  it("sends a card whose blocks Slack refuses again without its image", async () => {
    const { slack, end } = await newStage();
    slack.fault.responseUrl({ kind: "error", error: "invalid_blocks" });
    const interaction = await slack.command({ text: "live-room" });
    const [card] = await interaction.settled();
    expect(JSON.stringify(card?.raw)).not.toContain("covers.example");
    expect(card?.blocks.some(({ type }) => type === "actions")).toBe(true);
    expect(await end()).toMatchObject({ outcome: "answered", posts: 2 });
  });

  it("sends the whole answer as text when Slack refuses plainer blocks too", async () => {
    const { slack, end } = await newStage();
    slack.fault.responseUrl({ kind: "error", error: "invalid_blocks" }, 2);
    const interaction = await slack.command({ text: "live-room" });
    const [card] = await interaction.settled();
    expect(card?.blocks).toEqual([]);
    expect(card?.text).toContain("144115233775727695");
    expect(card?.text).toContain("RequestId Id-");
    expect(await end()).toMatchObject({ outcome: "answered", posts: 3 });
  });

  it("posts in public at most once in the interval per channel, and other channels don't wait", async () => {
    const interval = 150;
    const { slack, callsOf } = await newStage({ figures: { channelIntervalMs: interval } });
    const shared = await Promise.all(
      rooms.map((room) => slack.command({ text: `${room} --share`, channel: places.support })),
    );
    const elsewhere = await slack.command({
      text: "live-room --share",
      channel: places.lobby,
    });
    await elsewhere.settled();
    expect(shared.filter(({ posts }) => posts.length > 0).length).toBeLessThan(3);
    await Promise.all(shared.map((interaction) => interaction.settled()));
    const times = shared.flatMap(callsOf).map(({ at }) => at);
    // Over all: a stall of this machine shifts what the stand-in sees of one gap.
    const span = Math.max(...times) - Math.min(...times);
    expect(span).toBeGreaterThanOrEqual(interval * (rooms.length - 1) - 50);
  });

  it("tells an asker at once when too many public posts wait for the channel", async () => {
    const { slack } = await newStage({
      figures: { channelIntervalMs: 300, longestChannelLine: 1 },
    });
    const shared = await Promise.all(
      rooms.map((room) => slack.command({ text: `${room} --share` })),
    );
    const heard = await Promise.all(shared.map((interaction) => interaction.settled(1, 2_000)));
    expect(heard.some(([message]) => message?.visibility === "ephemeral")).toBe(true);
  });

  it("calls no address but Slack's, whatever a request names, and logs that", async () => {
    const { slack, log } = await newStage();
    let calls = 0;
    const inside = createServer((_, response) => {
      calls += 1;
      response.end("ok");
    });
    const port = await listen(inside, { port: 0, host: "127.0.0.1" });
    const targets = [
      // On this machine alone is a stand-in's: see test/slack/slack-url.test.ts.
      `http://hooks.slack.com:${port}/inside`,
      "http://hooks.slack.com/plain",
      "https://hooks.slack.com.example/inside",
      "https://evilslack.com/inside",
      "file:///etc/passwd",
      "",
    ];
    for (const target of targets) {
      // oxlint-disable-next-line no-await-in-loop -- in order, as the log has them
      await slack.deliver({ body: roomCommandForm("help", target) });
    }
    await vi.waitFor(() => expect(interactionsIn(log)).toHaveLength(targets.length));
    for (const end of interactionsIn(log)) {
      expect(end).toMatchObject({ undelivered: "response_url is not Slack's", posts: 0 });
    }
    expect(calls).toBe(0);
    inside.close();
  });
});
