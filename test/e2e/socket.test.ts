import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setStage, type Stage } from "../support/stage.ts";

describe("Socket Mode", () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage("socket", {
      figures: { rememberMs: 1, channelIntervalMs: 1 },
    });
  });
  afterEach(async () => {
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

  it("stops at once where no connection is open", async () => {
    stage.slack.fault.dropSockets();
    await expect.poll(readiness).toMatchObject({ status: 503 });
    const started = performance.now();
    await stage.stopBot();
    // Far less than it gives a connection that is open.
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
