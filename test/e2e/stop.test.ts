import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, it, vi } from "vitest";
import type { Interaction } from "../../simulator/slack/interactions.ts";
import type { Fault } from "../../simulator/tencent/weather.ts";
import { roomCommandForm, signatureHeaders } from "../support/raw-command.ts";
import { modes, setStage, type Mode, type Stage, type StageOptions } from "../support/stage.ts";

const commands = 20;

const stages: Stage[] = [];
afterAll(() => Promise.all(stages.map((stage) => stage.close())));

async function newStage(mode: Mode, options: StageOptions = {}): Promise<Stage> {
  const stage = await setStage(mode, options);
  stages.push(stage);
  return stage;
}

const textsOf = (sent: readonly Interaction[]): string[] =>
  sent.map(({ messages }) => messages.map(({ text }) => text).join("\n"));

/** Twenty commands for as many rooms, all acknowledged, none answered. */
async function twentyInFlight(
  stage: Stage,
  fault: Fault,
  flags = "",
): Promise<readonly Interaction[]> {
  const rooms = Array.from({ length: commands }, (_, index) => `room-${index}`);
  for (const RoomId of rooms) {
    stage.tencent.rooms.create({ RoomId });
    stage.tencent.weather.setForRoom(RoomId, fault);
  }
  return Promise.all(rooms.map((text) => stage.slack.command({ text: `${text}${flags}` })));
}

describe.concurrent.each(modes)("a stop over %s", (mode) => {
  it("answers 20 commands in flight, and only then ends", async () => {
    const stage = await newStage(mode);
    const sent = await twentyInFlight(stage, { kind: "slow", ms: 1_200 });
    await stage.stopBot();
    for (const [index, text] of textsOf(sent).entries()) expect(text).toContain(`room-${index}`);
    await expect(fetch(`${stage.botUrl}/healthz`)).rejects.toThrow("fetch failed");
    expect(stage.slack.sockets).toBe(0);
  });

  it("cuts look-ups short that can't end in time, and tells their askers of the restart", async () => {
    const stage = await newStage(mode, { figures: { stopAnswersMs: 200 } });
    const sent = await twentyInFlight(stage, { kind: "hang" });
    const started = performance.now();
    await stage.stopBot();
    expect(performance.now() - started).toBeLessThan(4_000);
    for (const text of textsOf(sent)) expect(text).toContain("This bot is restarting");
  });

  it("does not claim that Tencent was not asked where it was", async () => {
    const stage = await newStage(mode, { figures: { stopAnswersMs: 100 } });
    stage.tencent.weather.setForRoom("live-room", { kind: "hang" });
    const interaction = await stage.slack.command({ text: "live-room" });
    await vi.waitFor(() => expect(stage.tencent.stats().queries).toBe(1));
    await stage.stopBot();
    expect(textsOf([interaction])[0]).toContain("This bot is restarting");
    expect(textsOf([interaction])[0]).not.toContain("Tencent was not asked");
  });

  it("says so on /readyz while it answers what is in flight", async () => {
    const stage = await newStage(mode);
    expect((await fetch(`${stage.botUrl}/readyz`)).status).toBe(200);
    await twentyInFlight(stage, { kind: "slow", ms: 800 });
    const stopped = stage.stopBot();
    await wait(200);
    try {
      const answer = await fetch(`${stage.botUrl}/readyz`);
      expect(answer.status).toBe(503);
      const { reasons } = (await answer.json()) as { reasons: readonly unknown[] };
      // In Socket Mode the connections are closed by then, which is a reason too.
      expect(reasons[0]).toMatchObject({ reason: "stopping" });
    } finally {
      await stopped;
    }
  });

  it("public answers wait for their channel's turn when the bot is stopped", async () => {
    // Two fifths of the real figures: a post a second, look-ups cut after 6 s, the end after 9.5 s.
    const stage = await newStage(mode, {
      figures: { channelIntervalMs: 400, stopAnswersMs: 2_400 },
    });
    const sent = await twentyInFlight(stage, { kind: "slow", ms: 50 }, " --share");
    const stopped = stage.stopBot();
    await Promise.race([stopped, wait(3_800)]);
    const unheard = sent.filter(({ posts }) => posts.length === 0).length;
    await stopped;
    expect(unheard).toBe(0);
  });

  it("Slack turns an answer down while the bot stops", async () => {
    const stage = await newStage(mode, { figures: { stopAnswersMs: 100 } });
    stage.tencent.weather.setForRoom("live-room", { kind: "hang" });
    const interaction = await stage.slack.command({ text: "live-room" });
    stage.slack.fault.responseUrl({ kind: "status", status: 500 });
    await stage.stopBot();
    expect(textsOf([interaction])[0]).toContain("This bot is restarting");
  });
});

/** Begins a request on a connection of its own. @returns how to send the rest */
async function beginRequest(stage: Stage, body: string, connection: "close" | "keep-alive") {
  const socket = connect(Number(new URL(stage.botUrl).port), "127.0.0.1");
  const head = Object.entries({
    host: "127.0.0.1",
    "content-type": "application/x-www-form-urlencoded",
    "content-length": String(body.length),
    connection,
    ...signatureHeaders(body),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST /slack/events HTTP/1.1\r\n${head.join("")}\r\n${body.slice(0, 20)}`);
  await wait(100);
  return () => socket.write(body.slice(20));
}

describe.concurrent("a stop over HTTP, with a request that was half here when it began", () => {
  it("a request was half here when the bot was stopped", async () => {
    const stage = await newStage("http");
    const first = await stage.slack.command({ text: "help" });
    await first.settled();
    stage.tencent.weather.setForRoom("live-room", { kind: "slow", ms: 300 });
    const body = roomCommandForm("live-room", String(first.payload["response_url"]));
    const sendRest = await beginRequest(stage, body, "close");
    const stopped = stage.stopBot();
    sendRest();
    await stopped;
    expect(first.messages.at(-1)?.text).toContain("Friday night karaoke");
  });

  it("does not wait for the other end to let its connection go", async () => {
    const stage = await newStage("http");
    const body = roomCommandForm("help", `${stage.slack.url}/commands/T/1/none`);
    const sendRest = await beginRequest(stage, body, "keep-alive");
    const started = performance.now();
    const stopped = stage.stopBot();
    sendRest();
    await stopped;
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
