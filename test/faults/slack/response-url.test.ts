import { describe, expect, it, vi } from "vitest";
import type { Interaction } from "../../../simulator/slack/interactions.ts";
import { BOT_USER, people, places } from "../../../simulator/slack/seed.ts";
import { endings, faultStage } from "../../support/fault-stage.ts";
import type { Stage, StageOptions } from "../../support/stage.ts";

const patient = { timeout: 10_000 };

/** A bot that says no word of a look-up under way, so that each test can count its posts. */
const stageWith = (options: StageOptions = {}) =>
  faultStage("http", {
    ...options,
    figures: { slackPostTimeoutMs: 2_000, underWayMs: 60_000, ...options.figures },
  });

const callsOf = ({ slack }: Stage, { payload }: Interaction) => {
  const { pathname } = new URL(String(payload["response_url"]));
  return slack.calls.filter(({ method }) => method === pathname);
};

/** Asks while posts to the response_url meet this. */
async function ask(stage: Stage, ...fault: Parameters<Stage["slack"]["fault"]["responseUrl"]>) {
  stage.slack.fault.responseUrl(...fault);
  const interaction = await stage.slack.command({ text: "live-room" });
  const [card] = await interaction.settled(1, 15_000);
  const [end] = await endings(stage);
  return { interaction, card, end };
}

describe.concurrent("response_url", () => {
  it("Slack fails to take an answer (500)", async () => {
    const { card, end } = await ask(await stageWith(), { kind: "status", status: 500 });
    expect(card?.text).toContain("Friday night karaoke");
    expect(end).toMatchObject({ outcome: "answered", posts: 2 });
  });

  it("Slack fails to take an answer again and again (503)", async () => {
    const stage = await stageWith();
    stage.slack.fault.responseUrl({ kind: "status", status: 503 }, 50);
    const interaction = await stage.slack.command({ text: "live-room" });
    const [end] = await endings(stage);
    expect(interaction.messages).toEqual([]);
    expect(end).toMatchObject({ level: "error", outcome: "failed", posts: 3 });
    expect(end?.["undelivered"]).toContain("503");
    expect(callsOf(stage, interaction)).toHaveLength(3);
  });

  it("Slack resets the connection of an answer", async () => {
    const { card, end } = await ask(await stageWith(), { kind: "reset" });
    expect(card?.text).toContain("Friday night karaoke");
    expect(end).toMatchObject({ outcome: "answered", posts: 2 });
  });

  it("Slack does not say in time whether it took an answer", async () => {
    const { card, end } = await ask(await stageWith(), { kind: "hang" });
    expect(card?.text).toContain("Friday night karaoke");
    expect(end).toMatchObject({ outcome: "answered", posts: 2 });
  });

  it("Slack wants an answer later (429), while other channels go on", async () => {
    const stage = await stageWith();
    const { slack } = stage;
    slack.fault.responseUrl({ kind: "rate_limited", retryAfter: 2 });
    const held = await slack.command({ text: "live-room --share", channel: places.support });
    await vi.waitFor(() => expect(callsOf(stage, held)).toHaveLength(1), patient);
    const other = await slack.command({ text: "live-room --share", channel: places.backstage });
    const [elsewhere] = await other.settled(1, 15_000);
    const [card] = await held.settled(1, 15_000);
    expect(elsewhere?.text).toContain("Friday night karaoke");
    expect(card?.text).toContain("Friday night karaoke");
    const [first, second] = callsOf(stage, held);
    // Less what a stall of this machine holds the first one back.
    expect(Number(second?.at) - Number(first?.at)).toBeGreaterThanOrEqual(1_500);
    expect(Number(callsOf(stage, other)[0]?.at)).toBeLessThan(Number(second?.at));
    expect(callsOf(stage, held)).toHaveLength(2);
  });

  it("the response_url has expired", async () => {
    let ahead = 0;
    const stage = await stageWith({ slack: { now: () => Date.now() + ahead } });
    stage.tencent.weather.setForRoom("live-room", { kind: "slow", ms: 1_000 });
    const interaction = await stage.slack.command({ text: "live-room" });
    ahead = 31 * 60 * 1000;
    const [end] = await endings(stage);
    expect(interaction.messages).toEqual([]);
    expect(end).toMatchObject({ level: "error", outcome: "failed", posts: 1 });
    expect(end?.["undelivered"]).toContain("expired_url");
    expect(callsOf(stage, interaction)).toHaveLength(1);
  });

  it("the response_url is used up", async () => {
    const stage = await stageWith();
    stage.tencent.weather.setForRoom("live-room", { kind: "slow", ms: 2_000 });
    const interaction = await stage.slack.command({ text: "live-room" });
    for (let used = 0; used < 5; used += 1) {
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ text: "somebody else" });
      // oxlint-disable-next-line no-await-in-loop -- in order, as they would come
      await fetch(String(interaction.payload["response_url"]), { method: "POST", headers, body });
    }
    const [end] = await endings(stage);
    expect(end).toMatchObject({ outcome: "failed", posts: 1 });
    expect(end?.["undelivered"]).toContain("used_url");
    expect(interaction.messages.every(({ text }) => text === "somebody else")).toBe(true);
  });

  it("Slack refuses a card's blocks (invalid_blocks)", async () => {
    const { card, end } = await ask(await stageWith(), { kind: "error", error: "invalid_blocks" });
    expect(JSON.stringify(card?.raw)).not.toContain("covers.example");
    expect(card?.blocks.some(({ type }) => type === "actions")).toBe(true);
    expect(end).toMatchObject({ outcome: "answered", posts: 2 });
  });

  it("Slack refuses plainer blocks too (invalid_blocks)", async () => {
    const fault = { kind: "error", error: "invalid_blocks" } as const;
    const { card, end } = await ask(await stageWith(), fault, 2);
    expect(card?.blocks).toEqual([]);
    expect(card?.text).toContain("144115233775727695");
    expect(card?.text).toContain("RequestId Id-");
    expect(end).toMatchObject({ outcome: "answered", posts: 3 });
  });

  it("Slack can't load a room's cover", async () => {
    const stage = await stageWith({ slack: { reachable: () => false } });
    const [card] = await (await stage.slack.command({ text: "live-room" })).settled(1, 15_000);
    expect(card?.blocks.length).toBeGreaterThan(1);
    const [end] = await endings(stage);
    expect(end).toMatchObject({ outcome: "answered" });
  });

  it("the message of a card was deleted before its button was pressed", async () => {
    const stage = await stageWith();
    const { slack } = stage;
    const asked = await slack.command({ text: "live-room --share" });
    const [card] = await asked.settled(1, 15_000);
    if (card === undefined) throw new Error("no card came");
    await endings(stage);
    stage.tencent.weather.setForRoom("live-room", { kind: "slow", ms: 500 });
    await slack.press(card, "room_refresh");
    await slack.deleteMessage(card);
    const [told] = await slack.waitForMessages(
      ({ user, ts }) => user === BOT_USER && ts !== card.ts,
      15_000,
    );
    expect(told?.ephemeralTo).toBe(people.asker);
    expect(told?.text).toContain("it may have been deleted");
    expect(told?.text).toContain("Friday night karaoke");
    const [, end] = await endings(stage, 2);
    expect(end).toMatchObject({ entry: "refresh", outcome: "answered" });
  });
});
