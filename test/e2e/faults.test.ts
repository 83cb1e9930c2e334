import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { listen } from "../../simulator/network/listen.ts";
import type { Fault } from "../../simulator/tencent/weather.ts";
import { setStage, type Stage, type StageOptions } from "../support/stage.ts";

const figures = {
  queryTimeoutMs: 250,
  shortestFirstTryMs: 50,
  shortestTryMs: 50,
  lookUpDeadlineMs: 2_000,
  graceMs: 0,
  underWayMs: 10_000,
  answerBodyLimit: 10_000,
} as const;

/** What the asker reads, and how long it took from the command to the card. */
async function answerTo(room: string, stage: Stage): Promise<{ words: string; ms: number }> {
  const started = performance.now();
  const interaction = await stage.slack.command({ text: `"${room}"` });
  const [card] = await interaction.settled();
  const blocks = JSON.stringify(card?.raw["blocks"]);
  return { words: blocks, ms: performance.now() - started };
}

const honest: readonly (readonly [what: string, fault: Fault, words: readonly string[]])[] = [
  ["never answers", { kind: "hang" }, ["Tencent did not answer in time", "Asked 3 times"]],
  ["answers too late", { kind: "slow", ms: 900 }, ["Tencent did not answer in time"]],
  ["sends byte after byte", { kind: "drip", ms: 20 }, ["Tencent did not answer in time"]],
  ["resets the connection", { kind: "reset" }, ["The connection to Tencent broke off"]],
  ["breaks off in the answer", { kind: "cut" }, ["The connection to Tencent broke off"]],
  [
    "breaks off behind the headers",
    { kind: "refuse-after-headers" },
    ["The connection to Tencent broke off"],
  ],
  [
    "answers 502 from a gateway",
    { kind: "http", status: 502 },
    ["Tencent's front door failed (HTTP 502)", "Asked 3 times"],
  ],
  [
    "answers 404 from a gateway",
    { kind: "http", status: 404 },
    ["(HTTP 404)", "*Who acts:* The people who run this bot.", "Asked once"],
  ],
  ["sends no JSON", { kind: "not-json" }, ["Tencent's answer could not be read", "Asked 3 times"]],
  ["sends JSON of another kind", { kind: "wrong-json" }, ["Tencent's answer could not be read"]],
  [
    "sends far too much",
    { kind: "huge", bytes: 20_000 },
    ["Tencent's answer was too long to be true", "Asked once"],
  ],
  [
    "sends far too much without saying so",
    { kind: "huge", bytes: 20_000, chunked: true },
    ["Tencent's answer was too long to be true"],
  ],
  [
    "refuses what the asker can mend",
    { kind: "code", code: 100002, info: "RoomId <b>" },
    ["*Who acts:* You.", "Code 100002", "RoomId &lt;b&gt;", "RequestId Id-", "Asked once"],
  ],
  [
    "refuses what the operators have to mend",
    { kind: "code", code: 60020, info: "no plan" },
    ["*Who acts:* The people who run this bot.", "Code 60020", "no plan", "RequestId Id-"],
  ],
  [
    "has a fault of its own",
    { kind: "code", code: 100001, info: "oops" },
    ["*Who acts:* Tencent.", "Code 100001", "oops", "RequestId Id-", "Asked 3 times"],
  ],
  [
    "sends a code that nobody has documented",
    { kind: "code", code: 123456, info: "new" },
    ["not documented", "Code 123456", "new", "RequestId Id-"],
  ],
  [
    "says OK and sends no room",
    { kind: "no-room-info" },
    ["No room with this ID right now", "Code 0", "RequestId Id-"],
  ],
];

describe.concurrent("when Tencent", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage("http", { figures });
  });
  afterAll(() => stage.close());

  it.each(honest)("%s, the asker reads it within the deadline", async (what, fault, expected) => {
    stage.tencent.rooms.create({ RoomId: what });
    stage.tencent.weather.setForRoom(what, fault);
    const { words, ms } = await answerTo(what, stage);
    for (const part of expected) expect(words).toContain(part);
    expect(words).toMatch(/Code: none given|Code \d+ \(/);
    expect(ms).toBeLessThan(figures.lookUpDeadlineMs + 500);
  });

  it("answers late but in time, the room is shown", async () => {
    stage.tencent.weather.setForRoom("live-room", { kind: "slow", ms: 120 });
    expect((await answerTo("live-room", stage)).words).toContain("Friday night karaoke");
  });

  it("fails once and then answers, the room is shown", async () => {
    const room = { RoomId: "second-time", RoomName: "Second time lucky" };
    stage.tencent.rooms.create(room);
    stage.tencent.weather.setForRoom(room.RoomId, { kind: "reset" });
    const answer = answerTo(room.RoomId, stage);
    const queries = () => stage.tencent.stats().byRoom.get(room.RoomId);
    await vi.waitFor(() => expect(queries()).toBe(1), { interval: 5 });
    stage.tencent.weather.setForRoom(room.RoomId, null);
    expect((await answer).words).toContain("Second time lucky");
  });

  it("sends wrong types in every field, the rest of the card stays", async () => {
    stage.tencent.weather.setForRoom("quiet-room", { kind: "wrong-types" });
    const { words } = await answerTo("quiet-room", stage);
    expect(words).toContain("Live room");
    expect(words).toContain("RequestId Id-");
    expect(words).not.toMatch(/\[object|undefined|NaN|yesterday|perhaps|null/);
  });
});

async function answerOf(options: StageOptions): Promise<string> {
  const stage = await setStage("http", {
    ...options,
    figures: { ...figures, ...options.figures },
  });
  const { words } = await answerTo("live-room", stage);
  await stage.close();
  return words;
}

describe.concurrent("when this bot", () => {
  it("has another key than the app, the operators are named", async () => {
    const words = await answerOf({ environment: { TENCENT_SECRET_KEY: "0".repeat(64) } });
    expect(words).toContain("Code 70009");
    expect(words).toContain("*Who acts:* The people who run this bot.");
  });

  it("finds nobody at Tencent's address, the card says so", async () => {
    const words = await answerOf({ environment: { TENCENT_API_URL: "http://127.0.0.1:1" } });
    expect(words).toContain("Tencent's server turned the connection away");
    expect(words).toContain("Asked 3 times");
  });

  it("finds no safe connection at Tencent's address, the card says so", async () => {
    const plain = createServer((_, response) => response.end());
    const port = await listen(plain, { port: 0, host: "127.0.0.1" });
    const words = await answerOf({
      environment: { TENCENT_API_URL: `https://127.0.0.1:${port}` },
    });
    plain.close();
    expect(words).toContain("The connection to Tencent is not safe");
  });

  it("is over the app's quota, it waits and asks again", async () => {
    const stage = await setStage("http", {
      figures: { ...figures, lookUpDeadlineMs: 4_000 },
      tencent: { qps: 1 },
    });
    const answers = ["live-room", "quiet-room"].map((room) => answerTo(room, stage));
    const [first, second] = await Promise.all(answers);
    expect(first?.words).toContain("Friday night karaoke");
    expect(second?.words).toContain("Quiet reading");
    expect(stage.tencent.stats().refused).toBeGreaterThan(0);
    await stage.close();
  });

  it("is over the app's quota until the deadline, the asker reads it in time", async () => {
    const stage = await setStage("http", {
      figures: { ...figures, lookUpDeadlineMs: 500 },
      tencent: { qps: 1 },
    });
    await answerTo("live-room", stage);
    const { words, ms } = await answerTo("quiet-room", stage);
    expect(words).toContain("Code 60011");
    expect(ms).toBeLessThan(1_000);
    await stage.close();
  });
});
