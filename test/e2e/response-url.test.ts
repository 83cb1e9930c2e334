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
  it("never posts more than five times for one interaction, whatever happens", async () => {
    const { slack, tencent, callsOf, end } = await newStage({ figures: { underWayMs: 20 } });
    tencent.weather.setForRoom("live-room", { kind: "slow", ms: 100 });
    slack.fault.responseUrl({ kind: "status", status: 503 }, 50);
    const interaction = await slack.command({ text: "live-room" });
    // One for the word that it is under way, three for the answer.
    expect(await end()).toMatchObject({ outcome: "failed", posts: 4 });
    expect(callsOf(interaction)).toHaveLength(4);
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
    await Promise.all(shared.map((interaction) => interaction.settled()));
    const times = shared.flatMap(callsOf).map(({ at }) => at);
    expect(callsOf(elsewhere)[0]?.at).toBeLessThan(Math.max(...times));
    // Over all, and less half of one: a stall of this machine shifts what the stand-in sees.
    const span = Math.max(...times) - Math.min(...times);
    expect(span).toBeGreaterThanOrEqual(interval * (rooms.length - 1.5));
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
