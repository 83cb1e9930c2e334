import { afterEach, describe, expect, it } from "vitest";
import { places } from "../../simulator/slack/seed.ts";
import { interactionsIn, readLog, type LogLine } from "../support/log-lines.ts";
import { modes, setStage, type Stage } from "../support/stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const quoted = /Reference ([0-9a-f]{8}), for the people who run this bot/;

/** What a support agent reads out from the card of a command. */
async function cardOf(text: string): Promise<string> {
  const [card] = await (await stage.slack.command({ text })).settled();
  if (card === undefined) throw new Error("no card came");
  return card.text;
}

async function referenceOn(text: string): Promise<string> {
  const card = await cardOf(text);
  const [, reference] = quoted.exec(card) ?? [];
  if (reference === undefined) throw new Error(`no reference on: ${card}`);
  return reference;
}

/** The line of an interaction is written when its card has arrived, so a moment after that. */
async function ended(count: number): Promise<readonly LogLine[]> {
  await expect.poll(() => interactionsIn(stage.log)).toHaveLength(count);
  return interactionsIn(stage.log);
}

const linesWith = (reference: string): readonly LogLine[] =>
  readLog(stage.log).filter((line) => line["reference"] === reference);

describe.each(modes)("the reference on a card over %s", (mode) => {
  it("of a look-up that Tencent refused leads to every query, and its RequestId", async () => {
    stage = await setStage(mode);
    stage.tencent.weather.next(2, { kind: "code", code: 60008 });
    stage.tencent.rooms.create({ RoomId: "wrong-key" });
    stage.tencent.weather.setForRoom("wrong-key", { kind: "code", code: 70009 });
    const card = await cardOf("wrong-key");
    const [, reference = ""] = quoted.exec(card) ?? [];
    await ended(1);
    const lines = linesWith(reference);
    const last = lines.find((line) => "outcome" in line);
    expect(last).toMatchObject({ entry: "command", outcome: "failed", code: 70009 });
    expect(card).toContain(`RequestId ${String(last?.["requestId"])}`);
    // Two tries met a code that passes; then came the one that the card shows.
    const queries = lines.filter(({ msg }) => String(msg).startsWith("a query to Tencent"));
    expect(queries.map(({ code, retry }) => [code, retry])).toEqual([
      [60008, undefined],
      [60008, "backoff"],
      [70009, "backoff"],
    ]);
    const ids = queries.map(({ requestId }) => requestId);
    expect(new Set(ids).size).toBe(3);
    expect(ids.at(-1)).toBe(last?.["requestId"]);
  });

  it.each([
    ["a refusal", "räume", { outcome: "refused", result: "refused" }],
    ["no answer of Tencent's", "hanging", { outcome: "failed", code: "timed-out" }],
  ])("of %s leads to its line", async (_, text, line) => {
    stage = await setStage(mode, {
      figures: { queryTimeoutMs: 100, shortestTryMs: 50, lookUpDeadlineMs: 600 },
    });
    stage.tencent.weather.setForRoom("hanging", { kind: "hang" });
    const reference = await referenceOn(text);
    await ended(1);
    expect(linesWith(reference)).toContainEqual(expect.objectContaining(line));
  });

  it("is not on a card that needs none: it has the RequestId, or nothing is wrong", async () => {
    stage = await setStage(mode);
    for (const text of ["live-room", "gone-room", "help", "error 60010"]) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await cardOf(text)).not.toMatch(quoted);
    }
    for (const room of ["live-room", "gone-room"]) {
      // oxlint-disable-next-line no-await-in-loop
      const [, requestId] = /RequestId (\S+)/.exec(await cardOf(room)) ?? [];
      // oxlint-disable-next-line no-await-in-loop
      const line = (await ended(room === "live-room" ? 5 : 6)).find(
        (one) => one["requestId"] === requestId,
      );
      expect(line?.["reference"]).toMatch(/^[0-9a-f]{8}$/);
    }
  });

  it("is on every line of an interaction, those of Slack's client among them, and on no other's", async () => {
    stage = await setStage(mode, { figures: { companyTimeoutMs: 200 } });
    const { slack } = stage;
    // The bot can't read who a guest is, and the one try that Slack's client makes of it is logged.
    slack.fault.webApi("users.info", { kind: "reset" }, 3);
    const [broken, other] = await Promise.all([
      slack.command({ text: "live-room" }),
      slack.command({ text: "räume" }),
    ]);
    await Promise.all([broken.settled(), other.settled()]);
    const references = (await ended(2)).map((line) => line["reference"]);
    expect(new Set(references).size).toBe(2);
    const lines = readLog(stage.log);
    const failed = lines.filter(({ msg }) => /http request failed|is a guest/.test(String(msg)));
    expect(failed.length).toBeGreaterThanOrEqual(2);
    const found = interactionsIn(stage.log).find(({ result }) => result === "found");
    expect(new Set(failed.map((line) => line["reference"]))).toEqual(
      new Set([found?.["reference"]]),
    );
  });
});

describe("one reference", () => {
  it("is shared by all rooms that one message asks for", async () => {
    stage = await setStage("socket", {
      environment: { ALERT_CHANNELS: places.support },
      figures: { channelIntervalMs: 20 },
    });
    const bot = { id: "B0GRAFANA01", name: "Grafana" };
    const fields = ["live-room", "muted-room"].map((value) => ({ title: "room_id", value }));
    const attachments = [{ fallback: "[FIRING:2] room errors", fields }];
    await stage.slack.say({ channel: places.support, bot, attachments });
    const lines = await ended(2);
    expect(new Set(lines.map(({ reference }) => reference)).size).toBe(1);
    expect(new Set(lines.map(({ room }) => room))).toEqual(new Set(["live-room", "muted-room"]));
  });

  it("is on the card when Slack does not open a window in time", async () => {
    stage = await setStage("http", { environment: { SHORTCUT_REPLY: "private" } });
    const { slack } = stage;
    slack.fault.webApi("views.open", { kind: "error", error: "expired_trigger_id" });
    const { message } = await slack.say({ channel: places.support, text: "room: live-room" });
    const picked = await slack.shortcut("look_up_room_in_message", { message });
    const [card] = await picked.settled();
    const [, reference = ""] = quoted.exec(card?.text ?? "") ?? [];
    await ended(1);
    const said = linesWith(reference).map(({ msg }) => msg);
    expect(said).toContain("a modal could not be opened");
    expect(said).toContain("interaction");
  });
});
