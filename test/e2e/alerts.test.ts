import { afterEach, describe, expect, it } from "vitest";
import { BOT_USER, places } from "../../simulator/slack/seed.ts";
import type { SayInput } from "../../simulator/slack/message-actions.ts";
import { modes, setStage, type Mode, type Stage, type StageOptions } from "../support/stage.ts";

const grafana = { id: "B0GRAFANA01", name: "Grafana" };
const webhook = { id: "B0WEBHOOK01", name: "Monitoring", webhook: true } as const;

const alertOn = (rooms: readonly string[], more: Partial<SayInput> = {}): SayInput => ({
  channel: places.support,
  bot: grafana,
  attachments: [
    {
      fallback: "[FIRING:1] room errors",
      fields: rooms.map((value) => ({ title: "room_id", value })),
    },
  ],
  ...more,
});

describe.each(modes)("alerts over %s", (mode) => {
  let stage: Stage | undefined;
  afterEach(async () => {
    await stage?.close();
    stage = undefined;
  });

  async function newStage(options: StageOptions = {}, of: Mode = mode) {
    stage = await setStage(of, {
      environment: { ALERT_CHANNELS: places.support },
      ...options,
      figures: { channelIntervalMs: 20, rememberMs: 1, ...options.figures },
    });
    const { slack, tencent } = stage;
    const cards = () => slack.workspace.messages.filter(({ user }) => user === BOT_USER);
    const arrived = (count: number) =>
      slack.waitForMessages(({ user }) => user === BOT_USER, 5_000, count);
    return { slack, tencent, cards, arrived, stopBot: () => stage?.stopBot() };
  }

  it("that name a room get its status in their thread, not in the channel", async () => {
    const { slack, arrived } = await newStage();
    const { message } = await slack.say(alertOn(["muted-room"]));
    const [card] = await arrived(1);
    expect(card?.threadTs).toBe(message.ts);
    expect(card?.text).toContain("Product launch");
    expect(card?.text).toContain("chat muted for everyone");
    expect(card?.text).toMatch(/RequestId Id-/);
  });

  it("whose look-up fails say who acts, in a few lines", async () => {
    const { slack, arrived } = await newStage();
    await slack.say(alertOn(["unpaid-room"]));
    const [card] = await arrived(1);
    expect(card?.text).toContain("Who acts: The people who run this bot");
    expect(card?.text).toContain("Code 60020");
  });

  it("of a classic webhook count too", async () => {
    const { slack, arrived } = await newStage();
    await slack.say({
      channel: places.support,
      bot: webhook,
      text: "room_id=live-room is failing",
    });
    const [card] = await arrived(1);
    expect(card?.text).toContain("Friday night karaoke");
  });

  it("get at most three statuses", async () => {
    const { slack, arrived, cards, stopBot } = await newStage();
    const rooms = ["live-room", "muted-room", "hidden-room", "quiet-room", "live-8821"];
    await slack.say(alertOn(rooms));
    await arrived(3);
    await stopBot();
    expect(cards()).toHaveLength(3);
  });

  it("in other channels, of people, and in threads are left alone", async () => {
    const { slack, cards, stopBot, tencent } = await newStage();
    const { message } = await slack.say(alertOn([], { text: "nothing" }));
    await slack.say(alertOn(["live-room"], { channel: places.backstage }));
    await slack.say({ channel: places.support, text: "room_id=live-room" });
    await slack.say(alertOn(["live-room"], { thread: message.ts }));
    await stopBot();
    expect(cards()).toEqual([]);
    expect(tencent.stats().queries).toBe(0);
  });

  it("that are edited get no second card: theirs is brought up to date", async () => {
    const { slack, tencent, arrived, cards, stopBot } = await newStage();
    const { message } = await slack.say(alertOn(["live-room"]));
    const [card] = await arrived(1);
    tencent.rooms.update("live-room", { IsMessageDisabled: true });
    await slack.editMessage(message, { attachments: [{ fallback: "[RESOLVED] all is well" }] });
    await stopBot();
    expect(cards()).toHaveLength(1);
    expect(card?.edits).toHaveLength(1);
    expect(card?.text).toContain("chat muted for everyone");
  });

  it("that Slack delivers four times have their effect once", async () => {
    const { slack, tencent, arrived, cards, stopBot } = await newStage();
    slack.fault.repeatEvents(3);
    await slack.say(alertOn(["live-room"]));
    await arrived(1);
    await stopBot();
    expect(cards()).toHaveLength(1);
    expect(tencent.stats().queries).toBe(1);
  });

  it("in a storm of 200 on three rooms get three statuses, the first at once", async () => {
    const { slack, arrived, cards, stopBot } = await newStage({
      figures: { channelIntervalMs: 1_000 },
    });
    const rooms = ["live-room", "muted-room", "hidden-room"];
    const started = performance.now();
    const said = Array.from({ length: 200 }, (_, index) =>
      slack.say(alertOn([rooms[index % 3] ?? ""])),
    );
    await arrived(1);
    expect(performance.now() - started).toBeLessThan(3_000);
    await Promise.all(said);
    await arrived(3);
    await stopBot();
    expect(cards()).toHaveLength(3);
    const times = cards().map(({ ts }) => Number(ts));
    expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1.9);
  });
});

it("without ALERT_CHANNELS, no alert is answered", async () => {
  const stage = await setStage("http");
  await stage.slack.say(alertOn(["live-room"]));
  await stage.stopBot();
  expect(stage.tencent.stats().queries).toBe(0);
  await stage.close();
});
