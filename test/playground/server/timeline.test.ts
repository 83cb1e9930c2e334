import { describe, expect, it } from "vitest";
import type { InteractionRow } from "../../../playground/protocol/rows.ts";
import { createTimeline } from "../../../playground/server/timeline/timeline.ts";
import { people, places } from "../../../simulator/slack/seed.ts";
import { startPlayground } from "../../support/playground.ts";

/** What it comes to, without the words for people and the figures. */
const sequence = ({ steps }: InteractionRow): string[] =>
  steps.map(({ from, to, note }) => `${from} > ${to}: ${note}`);

const labels = ({ steps }: InteractionRow): string[] => steps.map(({ label }) => label);

const answered = ({ steps }: InteractionRow): boolean =>
  steps.some(({ label, endMs }) => label.startsWith("answers") && endMs !== undefined) &&
  steps.every(({ endMs }) => endMs !== undefined);

const ask = (text: string, channel: string = places.support) =>
  ({ kind: "command", channel, command: "/room", text }) as const;

describe.each(["http", "socket"] as const)("the timeline of the real bot over %s", (mode) => {
  it("shows a command from Slack's request to the answer", async () => {
    const { look, act } = await startPlayground(mode);
    const page = await look();
    await act(ask("live-room"));
    const row = await page.interaction(answered);
    expect(row.title).toBe("Ada Asker typed /room live-room in #support");
    const shown = sequence(row).filter(
      (step) => !step.includes("done") || step.includes("tencent"),
    );
    expect(shown).toEqual(["slack > bot: acknowledged", "bot > tencent: answered"]);
    expect(labels(row)[0]).toBe("hands over the command");
    expect(labels(row)).toContain("asks about live-room (get_room_info)");
    expect(labels(row).at(-1)).toBe("answers (response_url)");
    const starts = row.steps.map(({ startMs }) => startMs);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    for (const { startMs, endMs = 0 } of row.steps) expect(endMs).toBeGreaterThanOrEqual(startMs);
  });

  it("shows a refusal of Tencent's with its code", async () => {
    const { look, act } = await startPlayground(mode);
    const page = await look();
    await act(ask("unpaid-room"));
    const row = await page.interaction(answered);
    expect(sequence(row)).toContain("bot > tencent: refused (code 60020)");
    expect(row.steps.find(({ to }) => to === "tencent")?.outcome).toBe("failed");
  });

  it("shows every try", async () => {
    const { look, act } = await startPlayground(mode);
    const page = await look();
    await act({ kind: "tencent-weather", fault: { kind: "http", status: 502 } });
    await act(ask("live-room"));
    const row = await page.interaction(answered);
    const tries = row.steps.filter(({ to }) => to === "tencent");
    expect(tries.length).toBeGreaterThan(1);
    expect(new Set(tries.map(({ note }) => note))).toEqual(
      new Set(["an error page in place of an answer"]),
    );
  });

  it("puts an alert, its query and the status in its thread together", async () => {
    const { look, act } = await startPlayground(mode);
    const page = await look();
    await act({ kind: "alert", source: "grafana", room: "muted-room", channel: places.liveAlerts });
    const row = await page.interaction(answered);
    expect(row.title).toBe("Grafana posted an alert about muted-room in #live-alerts");
    expect(labels(row)).toEqual(
      expect.arrayContaining([
        "tells of the message (message)",
        "asks about muted-room (get_room_info)",
        "answers with a message (chat.postMessage)",
      ]),
    );
    // Slack tells the bot of its own card too, which is no part of it.
    expect(labels(row).filter((label) => label.startsWith("tells of"))).toHaveLength(1);
    const byItself = page.rows("interaction").filter(({ title }) => title.includes("by itself"));
    expect(byItself.flatMap(labels).filter((label) => label.startsWith("tells of"))).toEqual([]);
  });

  it("shows a repeated delivery, and that it is answered once", async () => {
    const { look, act } = await startPlayground(mode);
    const page = await look();
    await act({ kind: "slack-repeats", times: 2 });
    await act({ kind: "say", channel: places.support, text: "@greenroom live-room" });
    const row = await page.interaction(answered);
    const told = row.steps.filter(({ label }) => label.startsWith("tells of the mention"));
    expect(told.map(({ label }) => label)).toEqual([
      "tells of the mention (app_mention)",
      "tells of the mention (app_mention), once more (1)",
      "tells of the mention (app_mention), once more (2)",
    ]);
    expect(row.steps.filter(({ to }) => to === "tencent")).toHaveLength(1);
  });
});

describe("the timeline", () => {
  it("shows one query under every question that it answers", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    await act({ kind: "room-fault", room: "live-room", fault: { kind: "slow", ms: 300 } });
    await Promise.all([
      act(ask("live-room")),
      act(ask("live-room"), people.colleague),
      act({ kind: "say", channel: places.support, text: "@greenroom live-room" }),
    ]);
    const rows = await page.until(() => {
      const done = page.rows("interaction").filter(answered);
      return done.length === 3 ? done : undefined;
    }, "three answers");
    const queries = rows.map(({ steps }) => steps.find(({ to }) => to === "tencent"));
    expect(new Set(queries.map((query) => query?.id)).size).toBe(1);
    expect(queries.map((query) => query?.sharedWith.length)).toEqual([2, 2, 2]);
  });

  it("shows a query as waiting until it is answered or given up", async () => {
    const { look, act } = await startPlayground("http", {
      figures: { queryTimeoutMs: 400, lookUpDeadlineMs: 2_000 },
    });
    const page = await look();
    await act(ask("hanging-room"));
    await page.interaction(({ steps }) =>
      steps.some(({ to, outcome }) => to === "tencent" && outcome === "waiting"),
    );
    const row = await page.interaction(answered);
    expect(sequence(row)).toContain("bot > tencent: given up without an answer");
  });

  it("shows a rate limit of Slack's, and the answer behind it", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    await act({ kind: "slack-rate-limit", retryAfter: 1, times: 1 });
    expect(page.rows("weather")[0]).toBeDefined();
    await act({ kind: "say", channel: places.support, text: "@greenroom live-room" });
    const row = await page.interaction(answered);
    expect(row.steps.map(({ note }) => note)).toContain("429, again in 1 s");
  });

  it("keeps what the bot does by itself apart, and forgets what is old", () => {
    let now = 0;
    const timeline = createTimeline({ onChange: () => undefined, now: () => now });
    const called = (method: string) => {
      timeline.slack({
        kind: "called",
        call: {
          kind: "web_api",
          method,
          args: {},
          at: 0,
          status: 200,
          outcome: "ok",
          retryAfter: undefined,
        },
        startedAt: now,
        at: now,
      });
    };
    called("auth.test");
    called("users.info");
    expect(timeline.rows().map(({ title }) => title)).toEqual(["Greenroom, by itself"]);
    now = 60_000;
    called("auth.test");
    expect(timeline.rows()).toHaveLength(2);
    for (let count = 0; count < 100; count += 1) void timeline.act(`act ${count}`, async () => 0);
    expect(timeline.rows()).toHaveLength(60);
    expect(timeline.rows().at(-1)?.title).toBe("act 99");
  });

  it("takes a room's ID in a longer word for another room", async () => {
    const timeline = createTimeline({ onChange: () => undefined });
    const deliver = (id: number, text: string) =>
      timeline.act(text, async () =>
        timeline.slack({
          kind: "delivered",
          id,
          delivery: { type: "slash_commands", payload: { text }, acceptsPayload: true },
          at: performance.now(),
        }),
      );
    await deliver(1, "live-1");
    await deliver(2, "live-12");
    timeline.tencent({
      kind: "asked",
      id: 1,
      command: "get_room_info",
      roomId: "live-1",
      at: performance.now(),
    });
    const queries = timeline
      .rows()
      .map(({ steps }) => steps.filter(({ to }) => to === "tencent").length);
    expect(queries).toEqual([1, 0]);
  });
});
