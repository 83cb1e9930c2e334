import { describe, expect, it, vi } from "vitest";
import type { Frame } from "../../../simulator/slack/socket-connections.ts";
import { answerTo, endings, faultStage } from "../../support/fault-stage.ts";
import type { Stage } from "../../support/stage.ts";

async function readiness({ botUrl }: Stage): Promise<{ status: number; reasons: unknown }> {
  const answer = await fetch(`${botUrl}/readyz`);
  const { reasons } = (await answer.json()) as { reasons: unknown };
  return { status: answer.status, reasons };
}

const patient = { interval: 5, timeout: 15_000 };

const connections = ({ slack }: Stage, count: number): Promise<void> =>
  vi.waitFor(() => expect(slack.sockets).toBe(count), patient);

async function expectWell(stage: Stage): Promise<void> {
  expect((await answerTo(stage.slack, "live-room")).words).toContain("Friday night karaoke");
  expect((await answerTo(stage.slack, "gone-room")).words).toContain("No room with this ID");
}

/** After such a frame the bot stands as before. @returns how often its log says that it took no notice */
async function ignoredAfter(frame: Frame): Promise<number> {
  const stage = await faultStage("socket");
  stage.slack.fault.sendFrame(frame);
  await expectWell(stage);
  expect(stage.slack.sockets).toBe(2);
  return stage.log.filter((line) => line.includes("no message of Slack's")).length;
}

describe.concurrent("Socket Mode", { timeout: 30_000 }, () => {
  it("one of two Socket Mode connections drops", async () => {
    const stage = await faultStage("socket");
    expect(stage.slack.fault.dropSockets(1)).toBe(1);
    await connections(stage, 1);
    expect(await readiness(stage)).toEqual({ status: 200, reasons: [] });
    await expectWell(stage);
    await connections(stage, 2);
  });

  it("Slack wants one Socket Mode connection renewed", async () => {
    const stage = await faultStage("socket");
    stage.slack.fault.refreshSockets(1);
    await connections(stage, 1);
    expect(await readiness(stage)).toEqual({ status: 200, reasons: [] });
    await expectWell(stage);
    await connections(stage, 2);
  });

  it("Slack wants connections renewed that have just brought commands", async () => {
    const stage = await faultStage("socket");
    const asked = [1, 2, 3, 4].map(() => stage.slack.command({ text: "live-room" }));
    stage.slack.fault.refreshSockets();
    for (const { ack, notice } of await Promise.all(asked)) {
      expect({ ok: ack.ok, notice }).toEqual({ ok: true, notice: undefined });
    }
    await connections(stage, 2);
    await expectWell(stage);
    await expectWell(stage);
    // What comes over the new connections has nothing to do with what the old ones brought.
    const references = (await endings(stage, 8)).map((line) => line["reference"]);
    expect(new Set(references).size).toBe(8);
  });

  it("every Socket Mode connection drops", async () => {
    const stage = await faultStage("socket");
    stage.slack.fault.dropSockets();
    const closed = { status: 503, reasons: [{ reason: "socket-closed" }] };
    await vi.waitFor(async () => expect(await readiness(stage)).toMatchObject(closed), patient);
    expect((await fetch(`${stage.botUrl}/healthz`)).status).toBe(200);
    const refused = await stage.slack.command({ text: "live-room" });
    expect(refused.notice?.text).toContain("dispatch_failed");
    // Slack's client waits 5 s before it connects again.
    await connections(stage, 2);
    expect(await readiness(stage)).toEqual({ status: 200, reasons: [] });
    await expectWell(stage);
  });

  it("every Socket Mode connection drops while a command is looked up", async () => {
    const stage = await faultStage("socket");
    stage.tencent.weather.setForRoom("live-room", { kind: "slow", ms: 500 });
    const interaction = await stage.slack.command({ text: "live-room" });
    stage.slack.fault.dropSockets();
    const [card] = await interaction.settled(1, 15_000);
    expect(card?.text).toContain("Friday night karaoke");
  });

  it("Socket Mode can't be opened again at first (503)", async () => {
    const stage = await faultStage("socket");
    stage.slack.fault.webApi("apps.connections.open", { kind: "status", status: 503 }, 2);
    stage.slack.fault.dropSockets();
    await connections(stage, 2);
    expect(await readiness(stage)).toEqual({ status: 200, reasons: [] });
    await expectWell(stage);
  });

  it("Slack delivers an envelope twice over Socket Mode", async () => {
    const stage = await faultStage("socket");
    const interaction = await stage.slack.command({ text: "live-room" });
    const [card] = await interaction.settled(1, 15_000);
    if (card === undefined) throw new Error("no card came");
    stage.slack.fault.repeatDelivery(1);
    const pressed = await stage.slack.press(card, "room_share");
    await pressed.settled(1, 15_000);
    await stage.stopBot();
    expect(pressed.posts).toHaveLength(1);
  });

  it("a frame over Socket Mode is no JSON", async () => {
    expect(await ignoredAfter({ kind: "text", text: '{"type":' })).toBe(2);
  });

  it("a frame over Socket Mode is binary", async () => {
    expect(await ignoredAfter({ kind: "binary", bytes: Uint8Array.of(0, 255, 1) })).toBe(2);
  });

  it("a frame over Socket Mode is JSON without content", async () => {
    expect(await ignoredAfter({ kind: "text", text: "null" })).toBe(2);
  });

  it("a frame over Socket Mode is an event without an event", async () => {
    const text = JSON.stringify({ type: "events_api", envelope_id: "e1", payload: null });
    expect(await ignoredAfter({ kind: "text", text })).toBe(2);
  });

  it("a frame over Socket Mode breaks the rules of WebSockets", async () => {
    const stage = await faultStage("socket");
    // Reserved bits, and an opcode that there is not.
    stage.slack.fault.sendFrame({ kind: "raw", bytes: Uint8Array.of(0x7f, 0x05, 1, 2, 3, 4, 5) });
    await connections(stage, 0);
    await connections(stage, 2);
    expect(await readiness(stage)).toEqual({ status: 200, reasons: [] });
    await expectWell(stage);
  });
});
