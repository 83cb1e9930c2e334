import { afterEach, describe, expect, it } from "vitest";
import { countsOf, scrape } from "../support/metrics.ts";
import { modes, setStage, type Stage } from "../support/stage.ts";

let stage: Stage;
afterEach(() => stage.close());

interface Said {
  readonly status: number;
  readonly reasons: readonly string[];
  readonly explanations: string;
  readonly warnings: readonly string[];
}

async function readyz(): Promise<Said> {
  const answer = await fetch(`${stage.botUrl}/readyz`);
  const { reasons, warnings = [] } = (await answer.json()) as {
    reasons: { reason: string; explanation: string }[];
    warnings?: { reason: string; explanation: string }[];
  };
  return {
    status: answer.status,
    reasons: reasons.map(({ reason }) => reason),
    explanations: [...reasons, ...warnings].map(({ explanation }) => explanation).join(" "),
    warnings: warnings.map(({ reason }) => reason),
  };
}

const well = { status: 200, reasons: [], warnings: [] };

async function ask(text: string): Promise<void> {
  await (await stage.slack.command({ text })).settled();
}

async function askMany(count: number, name: string): Promise<void> {
  const rooms = Array.from({ length: count }, (_, index) => `${name}-${index}`);
  await Promise.all(rooms.map(ask));
}

/** Slack's word counts at once, so that no test waits half a minute for it. */
const impatient = { slackNewsMs: 0, slackBadNewsMs: 0, slackProbeMs: 100, healthWaitMs: 400 };

describe.each(modes)("readiness over %s", (mode) => {
  it("is given while nothing is wrong, and the page of metrics agrees", async () => {
    stage = await setStage(mode);
    expect(await readyz()).toMatchObject(well);
    const samples = await scrape(stage.botUrl);
    expect(countsOf(samples, "greenroom_ready")).toEqual({ "": 1 });
    expect(countsOf(samples, "greenroom_not_ready")).toEqual({});
    expect(countsOf(samples, "greenroom_warning")).toEqual({});
  });

  it("is lost when Slack does not take the token any more, and found when it does", async () => {
    stage = await setStage(mode, { figures: impatient });
    stage.slack.fault.webApi("auth.test", { kind: "error", error: "token_revoked" }, 2);
    const said = await readyz();
    expect(said).toMatchObject({ status: 503, reasons: ["slack-refuses-token"] });
    expect(said.explanations).toContain("SLACK_BOT_TOKEN any more (token_revoked)");
    expect(countsOf(await scrape(stage.botUrl), "greenroom_not_ready")).toEqual({
      "slack-refuses-token": 1,
    });
    expect(await readyz()).toMatchObject(well);
  });
});

/** The same for both ways in. */
const mode = "http";

describe("readiness", () => {
  it.each([
    ["answers with 503", { kind: "status", status: 503 }],
    ["resets the connection", { kind: "reset" }],
    ["says nothing", { kind: "hang" }],
  ] as const)("is lost when Slack %s three times in a row", async (_, fault) => {
    stage = await setStage(mode, { figures: impatient });
    stage.slack.fault.webApi("auth.test", fault, 3);
    expect(await readyz()).toMatchObject(well);
    expect(await readyz()).toMatchObject(well);
    expect(await readyz()).toMatchObject({ status: 503, reasons: ["slack-unreachable"] });
    expect(await readyz()).toMatchObject(well);
  });

  it.each([
    ["code 70001", { kind: "code", code: 70001 }, "tencent-refusing", "code 70001"],
    ["code 60021", { kind: "code", code: 60021 }, "tencent-refusing", "code 60021"],
    ["a page of HTML", { kind: "http", status: 502 }, "tencent-not-answering", "HTTP 502"],
    ["a reset", { kind: "reset" }, "tencent-not-answering", "broke off"],
    ["silence", { kind: "hang" }, "tencent-not-answering", "did not answer in time"],
  ] as const)(
    "is lost when Tencent answers everybody with %s, and found with one good answer",
    async (_, fault, reason, words) => {
      stage = await setStage(mode, {
        figures: { queryTimeoutMs: 100, shortestTryMs: 50, lookUpDeadlineMs: 1_000 },
      });
      stage.tencent.weather.set(fault);
      await askMany(3, "room");
      const said = await readyz();
      expect(said).toMatchObject({ status: 503, reasons: [reason], warnings: [] });
      expect(said.explanations).toContain(words);
      expect(countsOf(await scrape(stage.botUrl), "greenroom_ready")).toEqual({});
      stage.tencent.weather.set(null);
      await ask("live-room");
      expect(await readyz()).toMatchObject(well);
    },
  );

  it("stays when Tencent says no for reasons of the room's, or once", async () => {
    stage = await setStage(mode);
    await askMany(4, "no-such-room");
    stage.tencent.weather.next(1, { kind: "code", code: 70009 });
    await ask("live-room");
    expect(await readyz()).toMatchObject(well);
  });

  it("comes back by itself when Tencent has not been asked for a while", async () => {
    stage = await setStage(mode, { figures: { tencentNewsMs: 300 } });
    stage.tencent.weather.set({ kind: "code", code: 70009 });
    await askMany(3, "room");
    expect(await readyz()).toMatchObject({ status: 503, reasons: ["tencent-refusing"] });
    await expect.poll(readyz).toMatchObject(well);
  });
});

describe("readiness in Socket Mode", () => {
  it("is lost when connections are open and silent, and found with the next pong", async () => {
    // The client asks every 1.7 s whether Slack is there.
    stage = await setStage("socket", { figures: { pongMs: 800 } });
    expect(await readyz()).toMatchObject(well);
    await expect
      .poll(readyz, { timeout: 4_000 })
      .toMatchObject({ status: 503, reasons: ["socket-silent"] });
    expect(stage.slack.sockets).toBe(2);
    expect((await readyz()).explanations).toContain("for 0.8 seconds");
    await expect.poll(readyz, { timeout: 8_000, interval: 20 }).toMatchObject(well);
  });

  it("names each reason, where there are several", async () => {
    stage = await setStage("socket", { figures: impatient });
    stage.slack.fault.webApi("auth.test", { kind: "error", error: "invalid_auth" }, 99);
    stage.tencent.weather.set({ kind: "code", code: 70009 });
    await askMany(3, "room");
    stage.slack.fault.dropSockets();
    await expect.poll(async () => (await readyz()).reasons).toContain("socket-closed");
    expect((await readyz()).reasons.toSorted()).toEqual([
      "slack-refuses-token",
      "socket-closed",
      "tencent-refusing",
    ]);
  });
});
