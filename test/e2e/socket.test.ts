import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { interactionsIn } from "../support/log-lines.ts";
import { watchSockets, type OpenedSockets } from "../support/sockets.ts";
import { setStage, type Stage } from "../support/stage.ts";

describe("Socket Mode", () => {
  let stage: Stage;
  let sockets: OpenedSockets;
  beforeEach(async () => {
    sockets = watchSockets();
    stage = await setStage("socket", {
      figures: { rememberMs: 1, channelIntervalMs: 1 },
    });
  });
  afterEach(async () => {
    sockets.stop();
    await stage.close();
  });

  async function answersTo(text: string): Promise<readonly string[]> {
    const interaction = await stage.slack.command({ text });
    expect(interaction.notice).toBeUndefined();
    await interaction.settled();
    return interaction.messages.map((message) => message.text);
  }

  async function readiness(): Promise<{ status: number; reasons: unknown }> {
    const answer = await fetch(`${stage.botUrl}/readyz`);
    const { reasons } = (await answer.json()) as { reasons: unknown };
    return { status: answer.status, reasons };
  }

  it("stands on two connections", async () => {
    expect(stage.slack.sockets).toBe(2);
    expect(await readiness()).toEqual({ status: 200, reasons: [] });
  });

  it("takes commands over both connections in turn", async () => {
    for (const room of ["live-room", "muted-room", "quiet-room", "hidden-room"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other: each over the next one
      expect(await answersTo(room)).toHaveLength(1);
    }
  });

  it("has no public way in for Slack's requests", async () => {
    const answer = await fetch(`${stage.botUrl}/slack/events`, { method: "POST", body: "{}" });
    expect(answer.status).toBe(404);
  });

  it.each(["refresh", "drop"] as const)(
    "goes on answering after the %s of one connection",
    async (what) => {
      sockets[what](0);
      await expect.poll(() => stage.slack.sockets, { interval: 5 }).toBe(1);
      expect(await readiness()).toMatchObject({ status: 200 });
      expect((await answersTo("live-room"))[0]).toContain("Friday night karaoke");
      expect((await answersTo("gone-room"))[0]).toContain("No room with this ID");
    },
  );

  it("answers an envelope that is delivered twice once", async () => {
    stage.slack.fault.repeatDelivery(1);
    expect(await answersTo("live-room")).toHaveLength(1);
    await wait(200);
    expect(stage.slack.workspace.messages).toHaveLength(1);
    expect(interactionsIn(stage.log)).toHaveLength(1);
  });

  it("takes a press of a button that is delivered twice once", async () => {
    const interaction = await stage.slack.command({ text: "live-room" });
    const [card] = await interaction.settled();
    if (card === undefined) throw new Error("no card came");
    stage.slack.fault.repeatDelivery(1);
    const pressed = await stage.slack.press(card, "room_share");
    await pressed.settled();
    await wait(200);
    expect(pressed.posts).toHaveLength(1);
  });

  it("answers a command that was taken before every connection broke", async () => {
    stage.tencent.weather.setForRoom("live-room", { kind: "slow", ms: 200 });
    const interaction = await stage.slack.command({ text: "live-room" });
    stage.slack.fault.dropSockets();
    const [card] = await interaction.settled();
    expect(card?.text).toContain("Friday night karaoke");
  });

  it("says on /readyz that no connection is open, while /healthz stays well", async () => {
    stage.slack.fault.dropSockets();
    await expect
      .poll(readiness)
      .toMatchObject({ status: 503, reasons: [{ reason: "socket-closed" }] });
    expect((await fetch(`${stage.botUrl}/healthz`)).status).toBe(200);
  });

  it("stops at once where no connection is open", async () => {
    stage.slack.fault.dropSockets();
    await expect.poll(readiness).toMatchObject({ status: 503 });
    const started = performance.now();
    await stage.stopBot();
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it("connects again by itself after every connection broke", { timeout: 15_000 }, async () => {
    stage.slack.fault.webApi("apps.connections.open", { kind: "status", status: 503 });
    stage.slack.fault.dropSockets();
    // Bolt's client waits 5 s before it connects again.
    await expect.poll(() => stage.slack.sockets, { timeout: 12_000 }).toBe(2);
    expect(await readiness()).toMatchObject({ status: 200 });
    expect((await answersTo("live-room"))[0]).toContain("Friday night karaoke");
  });
});
