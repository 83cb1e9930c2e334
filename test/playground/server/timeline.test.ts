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
      "tells of the mention, once more (app_mention)",
      "tells of the mention, once more (app_mention)",
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

  it("puts what a submitted window causes under its submission, not under its opening", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    await act({ kind: "say", channel: places.support, text: "room muted-room and room gone-room" });
    const { channel, ts } = await page.until(() => page.rows("message")[0], "the message");
    await act({ kind: "message-shortcut", channel, ts, callbackId: "look_up_room_in_message" });
    const { id: view, blocks } = await page.until(() => page.rows("view")[0], "the window");
    const choice = blocks.find((block) => JSON.stringify(block).includes("radio_buttons")) ?? {};
    const name = (choice["element"] as { action_id: string }).action_id;
    await act({ kind: "submit-view", view, values: { [name]: "muted-room" } });
    const submitted = await page.interaction(
      (row) => row.title.includes("submitted") && answered(row),
    );
    expect(labels(submitted)).toContain("asks about muted-room (get_room_info)");
    expect(labels(submitted)).toContain("answers with a message (chat.postMessage)");
    const opened = page.rows("interaction").find(({ title }) => title.includes("picked"));
    expect(opened && labels(opened)).toEqual([
      "tells of the shortcut (message_action)",
      "opens a window (views.open)",
    ]);
  });

  it("gives the query of a storm to its first alert alone", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    await act({ kind: "tencent-weather", latency: [150, 150] });
    const alert = {
      kind: "alert",
      source: "grafana",
      room: "live-room",
      channel: places.liveAlerts,
    } as const;
    await Promise.all([act(alert), act(alert), act(alert)]);
    await page.interaction(answered);
    await act({ kind: "command", channel: places.support, command: "/room", text: "live-room" });
    await page.interaction((row) => row.title.includes("/room") && answered(row));
    const alerts = page.rows("interaction").filter(({ title }) => title.startsWith("Grafana"));
    const queries = alerts.map(({ steps }) => steps.filter(({ to }) => to === "tencent"));
    expect(queries.map((list) => list.length)).toEqual([1, 0, 0]);
    expect(queries[0]?.[0]?.sharedWith).toEqual([]);
  });

  it("gives each of many alerts its own query and answer", async () => {
    const { look, act, slack } = await startPlayground("http", {
      slack: { channelBurst: 200 },
      figures: { longestChannelLine: 100 },
    });
    const page = await look();
    const rooms = Array.from({ length: 80 }, (_, index) => `many-${index + 1}`);
    for (const room of rooms) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as tools post them
      await act({ kind: "create-room", room, change: {} });
      // oxlint-disable-next-line no-await-in-loop
      await act({ kind: "alert", source: "grafana", room, channel: places.liveAlerts });
    }
    await slack.waitForMessages(({ threadTs }) => threadTs !== undefined, 20_000, rooms.length);
    await page.until(
      () => page.rows("interaction").filter(answered).length >= 60 || undefined,
      "all that is shown",
    );
    for (const row of page.rows("interaction")) {
      const room = /about (many-\d+) /.exec(row.title)?.[1];
      expect(labels(row).filter((label) => label.includes("get_room_info"))).toEqual([
        `asks about ${room} (get_room_info)`,
      ]);
      expect(row.steps.filter(({ isAnswer }) => isAnswer)).toHaveLength(1);
    }
  }, 40_000);

  it("does not show what Slack did not let somebody do", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    const before = page.rows("interaction").length;
    await act({ kind: "say", channel: places.board, text: "let me in" }, people.guest);
    await act({ kind: "say", channel: places.support, text: "hello" });
    await page.interaction(({ title }) => title.includes("hello"));
    expect(page.rows("interaction")).toHaveLength(before + 1);
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
    // Two wait, so a call that carries no ID is nobody's for sure.
    for (const id of [1, 2]) {
      void timeline.act(`act ${id}`, async () =>
        timeline.slack({
          kind: "delivered",
          id,
          delivery: { type: "slash_commands", payload: {}, acceptsPayload: true },
          at: now,
        }),
      );
    }
    called("auth.test");
    expect(timeline.rows().map(({ steps }) => steps.length)).toEqual([2, 1, 1]);
    expect(timeline.rows().map(({ title }) => title)).toEqual([
      "Greenroom, by itself",
      "act 1",
      "act 2",
    ]);
    now = 60_000;
    called("auth.test");
    expect(timeline.rows()).toHaveLength(4);
    for (let count = 0; count < 100; count += 1) void timeline.act(`act ${count}`, async () => 0);
    expect(timeline.rows()).toHaveLength(60);
    expect(timeline.rows().at(-1)?.title).toBe("act 99");
  });

  it("lets what the bot goes on doing fill neither one interaction nor the whole list", () => {
    let now = 0;
    const timeline = createTimeline({ onChange: () => undefined, now: () => now });
    void timeline.act("watch", async () =>
      timeline.slack({
        kind: "delivered",
        id: 1,
        delivery: { type: "slash_commands", payload: { text: "watch r" }, acceptsPayload: true },
        at: now,
      }),
    );
    for (let id = 0; id < 1_000; id += 1) {
      now += 5_000;
      timeline.tencent({ kind: "asked", id, command: "get_room_info", roomId: "r", at: now });
      timeline.tencent({ kind: "ended", id, code: 0, fault: undefined, at: now + 20 });
      const response = { kind: "response_url", method: "/commands/T/1/x", args: {} } as const;
      const answer = { ...response, at: 0, status: 200, outcome: "ok", retryAfter: undefined };
      if (id === 0) timeline.slack({ kind: "called", call: answer, startedAt: now, at: now });
    }
    const steps = timeline.rows().map((row) => [row.title, row.steps.length] as const);
    expect(steps.length).toBeLessThanOrEqual(4);
    for (const [, count] of steps) expect(count).toBeLessThanOrEqual(10);
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
