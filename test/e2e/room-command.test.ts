import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { liveTokens } from "../../simulator/slack/live-tokens.ts";
import { places } from "../../simulator/slack/seed.ts";
import { modes, setStage, type Stage } from "../support/stage.ts";

describe.each(modes)("/room over %s", (mode) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(mode, { figures: { rememberMs: 1 } });
  });
  afterAll(() => stage.close());
  beforeEach(() => stage.tencent.resetStats());

  async function answerTo(text: string, where: { channel?: string } = {}) {
    const interaction = await stage.slack.command({ text, ...where });
    expect(interaction.notice).toBeUndefined();
    const [message] = await interaction.settled();
    if (message === undefined) throw new Error("no answer came");
    return { interaction, message, words: JSON.stringify(message.raw) };
  }

  it("acknowledges before the work, with nothing in the channel", async () => {
    stage.tencent.weather.next(1, { kind: "slow", ms: 500 });
    const interaction = await stage.slack.command({ text: "live-room" });
    expect(interaction.ack).toMatchObject({ ok: true, late: false });
    // Well before the answer: Tencent takes its time here.
    expect(interaction.posts).toHaveLength(0);
    expect(interaction.ack.body ?? "").toBe("");
    await interaction.settled();
  });

  it("answers the asker alone with the room's card", async () => {
    const { message, words } = await answerTo("live-room");
    expect(message.visibility).toBe("ephemeral");
    expect(words).toContain("Friday night karaoke");
    expect(words).toContain("144115233775727695");
    expect(words).toMatch(/RequestId Id-[0-9a-f]{32}/);
    expect(message.text).toContain("Friday night karaoke");
    expect(message.text).toContain("144115233775727695");
  });

  it("answers the whole channel with --share", async () => {
    const { message } = await answerTo("live-room --share");
    expect(message.visibility).toBe("in_channel");
  });

  it("answers where the bot is no member", async () => {
    const { message } = await answerTo("live-room", { channel: places.board });
    expect(message.channel).toBe(places.board);
  });

  it("explains a room that does not exist, with code and RequestId", async () => {
    const { words } = await answerTo("gone-room");
    expect(words).toContain("No room with this ID right now");
    expect(words).toContain("Everybody left");
    expect(words).toContain("100004");
    expect(words).toMatch(/RequestId Id-/);
  });

  it("says who acts when Tencent refuses", async () => {
    const { words } = await answerTo("unpaid-room");
    expect(words).toContain("The people who run this bot");
    expect(words).toContain("60020");
    expect(words).toMatch(/RequestId Id-/);
  });

  it("asks for the ID as it was typed, with the signs that Slack escapes", async () => {
    stage.tencent.rooms.create({ RoomId: "a&b <c>", RoomName: "Signs" });
    const { words } = await answerTo("a&b <c>");
    expect(words).toContain("Signs");
    stage.tencent.rooms.dissolve("a&b <c>");
  });

  it("answers a bad ID without asking Tencent", async () => {
    const { words } = await answerTo("x".repeat(49));
    expect(words).toContain("at most 48");
    await answerTo("räume");
    expect(stage.tencent.stats().queries).toBe(0);
  });

  it("explains a code without asking Tencent", async () => {
    const { words } = await answerTo("error 60010");
    expect(words).toContain("60010");
    expect(words).toContain("administrator");
    expect(stage.tencent.stats().queries).toBe(0);
  });

  it("helps when nothing is typed", async () => {
    const { words } = await answerTo("");
    expect(words).toContain("/room error 60010");
    expect(words).toContain("--share");
  });

  it("keeps a hostile room harmless", async () => {
    const { message } = await answerTo("hostile-room --share");
    expect(liveTokens(message).filter(({ kind }) => kind !== "date")).toEqual([]);
  });

  it("says that a slow look-up is under way, then answers", async () => {
    const slow = await setStage(mode, { figures: { underWayMs: 50 } });
    slow.tencent.weather.setForRoom("live-room", { kind: "slow", ms: 200 });
    const interaction = await slow.slack.command({ text: "live-room" });
    const [first, second] = await interaction.settled(2);
    expect(first?.text).toContain("Asking Tencent about live-room");
    expect(first?.visibility).toBe("ephemeral");
    expect(second?.text).toContain("Friday night karaoke");
    await slow.close();
  });

  it("logs one line with the outcome of each interaction", async () => {
    const from = stage.log.length;
    await answerTo("live-room");
    await answerTo("x".repeat(49));
    await answerTo("unpaid-room");
    const outcomes = () =>
      stage.log
        .slice(from)
        .map((line): unknown => JSON.parse(line))
        .flatMap((line) =>
          typeof line === "object" && line !== null && "outcome" in line ? [line.outcome] : [],
        );
    // The line is written when Slack has confirmed the post, a moment after the asker sees it.
    await vi.waitFor(() => expect(outcomes()).toEqual(["answered", "refused", "failed"]));
  });
});
