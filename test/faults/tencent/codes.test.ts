import { beforeAll, describe, expect, it } from "vitest";
import { answerTo, endings, faultStage } from "../../support/fault-stage.ts";
import type { Stage } from "../../support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await faultStage("http");
});

const askers = {
  asker: "*Who acts:* You.",
  operator: "*Who acts:* The people who run this bot.",
  tencent: "*Who acts:* Tencent.",
} as const;

/**
 * The card of a code: with its number, Tencent's words and the RequestId, and who acts.
 *
 * @returns its words, and how often Tencent was asked
 */
async function cardOf(code: number, who: keyof typeof askers) {
  const room = `room-${code}`;
  stage.tencent.rooms.create({ RoomId: room });
  stage.tencent.weather.setForRoom(room, { kind: "code", code, info: `says <${code}>` });
  const { words } = await answerTo(stage.slack, room);
  expect(words).toContain(askers[who]);
  expect(words).toContain(`Code ${code} (`);
  expect(words).toContain(`says &lt;${code}&gt;`);
  expect(words).toContain("RequestId Id-");
  return { words, queries: stage.tencent.stats().byRoom.get(room) };
}

describe.concurrent("Tencent's codes", () => {
  it("a code of the REST gateway that the operators mend (60020)", async () => {
    expect(await cardOf(60020, "operator")).toMatchObject({ queries: 1 });
  });

  it("a code of the REST gateway that passes (60008)", async () => {
    expect(await cardOf(60008, "tencent")).toMatchObject({ queries: 3 });
  });

  it("a code about account and signature (70009)", async () => {
    expect(await cardOf(70009, "operator")).toMatchObject({ queries: 1 });
  });

  it("a code of live rooms that the asker mends (100002)", async () => {
    expect(await cardOf(100002, "asker")).toMatchObject({ queries: 1 });
  });

  it("a code of live rooms that is Tencent's own fault (100001)", async () => {
    expect(await cardOf(100001, "tencent")).toMatchObject({ queries: 3 });
  });

  it("a code of Chat groups (10002)", async () => {
    const { words, queries } = await cardOf(10002, "tencent");
    expect(words).toContain("Chat groups");
    expect(queries).toBe(3);
  });

  it("a code about content and security (80001)", async () => {
    const { words, queries } = await cardOf(80001, "asker");
    expect(words).toContain("content and security");
    expect(queries).toBe(1);
  });

  it("a code that nobody has documented (123456)", async () => {
    const { words, queries } = await cardOf(123456, "operator");
    expect(words).toContain("not documented");
    expect(queries).toBe(1);
  });

  it("there is no such room (100004)", async () => {
    const { words } = await answerTo(stage.slack, "never-made");
    expect(words).toContain("No room with this ID right now");
    expect(words).toContain("Code 100004");
    expect(stage.tencent.stats().byRoom.get("never-made")).toBe(1);
  });
});

describe.concurrent("the app at Tencent", () => {
  it("the signature expires in the middle of a run (70001)", async () => {
    const own = await faultStage("http");
    expect((await answerTo(own.slack, "quiet-room")).words).toContain("Quiet reading");
    own.tencent.weather.next(1, { kind: "code", code: 70001 });
    expect((await answerTo(own.slack, "live-room")).words).toContain("Friday night karaoke");
    // Once refused, once with a signature made anew.
    expect(own.tencent.stats().byRoom.get("live-room")).toBe(2);
  });

  it("every signature counts as expired (70001)", async () => {
    // Tencent's day is over for whatever this bot signs by its own clock.
    const ahead = 25 * 60 * 60_000;
    const own = await faultStage("http", { tencent: { now: () => Date.now() + ahead } });
    const { words } = await answerTo(own.slack, "live-room");
    expect(words).toContain("Code 70001");
    expect(words).toContain(askers.operator);
    expect(own.tencent.stats().queries).toBe(2);
  });

  it("the key is another app's (70009)", async () => {
    const environment = { TENCENT_SECRET_KEY: "0".repeat(64) };
    const own = await faultStage("http", { environment });
    const { words } = await answerTo(own.slack, "live-room");
    expect(words).toContain("Code 70009");
    expect(words).toContain(askers.operator);
    expect(own.tencent.stats().queries).toBe(1);
  });

  it("Tencent locks the account for a minute (70050)", async () => {
    const own = await faultStage("http");
    own.tencent.weather.next(1, { kind: "code", code: 70050 });
    expect((await answerTo(own.slack, "live-room")).words).toContain("Code 70050");
    const { words } = await answerTo(own.slack, "quiet-room");
    expect(words).toContain("Code 70050");
    expect(words).toContain("Tencent was not asked");
    expect(own.tencent.stats().queries).toBe(1);
  });

  it("the app's quota refuses a query (60011)", async () => {
    const figures = { lookUpDeadlineMs: 8_000 };
    const own = await faultStage("http", { figures, tencent: { qps: 1 } });
    const rooms = ["live-room", "quiet-room"];
    const [first, second] = await Promise.all(rooms.map((room) => answerTo(own.slack, room)));
    expect(first?.words).toContain("Friday night karaoke");
    expect(second?.words).toContain("Quiet reading");
    expect(own.tencent.stats().refused).toBeGreaterThan(0);
  });

  it("the app's quota refuses until the time is over (60011)", async () => {
    const own = await faultStage("http", { figures: { lookUpDeadlineMs: 600 } });
    own.tencent.qps = 0;
    const { words } = await answerTo(own.slack, "quiet-room");
    expect(words).toContain("Code 60011");
    expect(words).toContain("Asked once");
    const [line] = await endings(own);
    expect(Number(line?.["ms"])).toBeLessThan(3_000);
  });

  it("this machine's clock is ten minutes off for Tencent", async () => {
    for (const minutes of [-10, 10]) {
      const now = () => Date.now() + minutes * 60_000;
      // oxlint-disable-next-line no-await-in-loop -- both ways, each with a bot of its own
      const own = await faultStage("http", { tencent: { now } });
      // oxlint-disable-next-line no-await-in-loop -- see above
      expect((await answerTo(own.slack, "live-room")).words).toContain("Friday night karaoke");
      expect(own.tencent.stats().badSignatures).toBe(0);
    }
  });
});
