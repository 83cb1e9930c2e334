import { describe, expect, it } from "vitest";
import { alertSources } from "../../../simulator/slack/alerts/sources.ts";
import { people, places } from "../../../simulator/slack/seed.ts";
import { startPlayground } from "../../support/playground.ts";

const card = /RequestId/;

describe("what a person does in Slack's window", () => {
  it("types a command, and presses a button of the card after the room is gone", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    await act({ kind: "command", channel: places.support, command: "/room", text: "live-room" });
    const first = await page.until(
      () => page.rows("message").find(({ text }) => card.test(text)),
      "the card",
    );
    await act({ kind: "dissolve-room", room: "live-room" });
    const { channel, ts } = first;
    const pressed = await act({
      kind: "press",
      channel,
      ts,
      ...button(first.blocks, "Refresh"),
    });
    expect(pressed).toEqual({ ok: true });
    await page.until(
      () => page.rows("message").find((row) => row.ts === ts && row.text.includes("100004")),
      "the changed card",
    );
  });

  it("picks the message shortcut on an alert, and finds the card in its thread", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    await act({ kind: "alert", source: "sentry", room: "live-8821", channel: places.support });
    const alert = await page.until(() => page.rows("message")[0], "the alert");
    expect(alert.author).toMatchObject({ name: "Sentry", kind: "app" });
    const { channel, ts } = alert;
    await act({ kind: "message-shortcut", channel, ts, callbackId: "look_up_room_in_message" });
    const found = await page.until(
      () => page.rows("message").find((row) => row.threadTs === ts),
      "the card",
    );
    expect(found.text).toContain("Night market tour");
  });

  it("fills in the window of the global shortcut", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    await act({ kind: "global-shortcut", callbackId: "look_up_room" });
    const view = await page.until(() => page.rows("view")[0], "the window");
    expect(view).toMatchObject({ title: "Look up a room", depth: 0 });
    const input = view.blocks.find(({ type }) => type === "input") ?? {};
    const name = String((input["element"] as Record<string, unknown>)["action_id"]);

    const wrong = await act({ kind: "submit-view", view: view.id, values: { [name]: "ü" } });
    expect(wrong).toMatchObject({
      ok: true,
      errors: { [String(input["block_id"])]: expect.any(String) },
    });
    const right = await act({
      kind: "submit-view",
      view: view.id,
      values: { [name]: "live-room" },
    });
    expect(right).toEqual({ ok: true });
    await page.until(
      () =>
        page
          .rows("view")
          .find(({ blocks }) => JSON.stringify(blocks).includes("Friday night karaoke")),
      "the card in the window",
    );
    await act({ kind: "close-view", view: view.id });
    await page.until(() => (page.rows("view").length === 0 ? true : undefined), "the end of it");
  });

  it("opens the Home tab", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    expect(page.rows("home")).toEqual([]);
    await act({ kind: "open-home" });
    const home = await page.until(() => page.rows("home")[0], "the tab");
    expect(JSON.stringify(home.blocks)).toContain("/room");
  });

  it("presses one of several buttons of one action in the Home tab", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    for (const text of ["live-room", "muted-room"]) {
      // oxlint-disable-next-line no-await-in-loop -- in this order
      await act({ kind: "command", channel: places.support, command: "/room", text });
    }
    await page.until(() => page.rows("message")[1], "both cards");
    await act({ kind: "open-home" });
    const withBoth = (): boolean => JSON.stringify(page.rows("home")).includes("live-room");
    await page.until(() => withBoth() || undefined, "both look-ups");
    const { id: view, blocks } = page.rows("home")[0] ?? { id: "", blocks: [] };
    const refreshes = blocks.filter(({ accessory }) => accessory !== undefined);
    expect(refreshes).toHaveLength(2);
    const older = refreshes[1] ?? {};
    const { action_id: actionId } = older["accessory"] as { action_id: string };
    const blockId = String(older["block_id"]);
    expect(await act({ kind: "press-in-view", view, blockId, actionId })).toEqual({ ok: true });
    const row = await page.interaction(({ title }) => title.includes("pressed Refresh"));
    await page.until(() => row.steps.length > 0 || undefined, "its steps");
    await page.interaction(({ steps }) =>
      steps.some(({ label }) => label.startsWith("asks about live-room")),
    );
  });

  it("can't press another app's button", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    await act({ kind: "alert", source: "pagerduty", room: "live-8821", channel: places.support });
    const { channel, ts, blocks } = await page.until(() => page.rows("message")[0], "the alert");
    expect(await act({ kind: "press", channel, ts, ...button(blocks, "Acknowledge") })).toEqual({
      ok: false,
      error: "That button belongs to PagerDuty, which is not in the playground.",
    });
  });

  it("edits and deletes their own words, and nobody else's", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    await act({ kind: "say", channel: places.support, text: "one" });
    const { channel, ts } = await page.until(() => page.rows("message")[0], "the message");
    const others = await act({ kind: "edit", channel, ts, text: "mine now" }, people.colleague);
    expect(others).toEqual({ ok: false, error: "Only your own messages can be changed." });
    await act({ kind: "edit", channel, ts, text: "two & three" });
    const edited = await page.until(
      () => page.rows("message").find(({ isEdited }) => isEdited),
      "the edit",
    );
    expect(edited.text).toBe("two &amp; three");
    await act({ kind: "say", channel, text: "a reply", thread: ts });
    await act({ kind: "delete", channel, ts });
    const stone = await page.until(
      () => page.rows("message").find(({ isDeleted }) => isDeleted),
      "the stone",
    );
    expect(stone).toMatchObject({ ts, text: "", blocks: [] });
  });

  it("names people and channels as they type them", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    await act({
      kind: "say",
      channel: places.support,
      text: "@Grace, @oncall: see #live-alerts, a@b.example <b>",
    });
    const { text } = await page.until(() => page.rows("message")[0], "the message");
    expect(text).toBe(
      `<@${people.colleague}>, <!subteam^S0ONCALL001|@oncall>: see <#${places.liveAlerts}|live-alerts>, a@b.example &lt;b&gt;`,
    );
  });

  it("brings the bot into a channel, as its cards tell people to", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    const invite = { kind: "command", channel: places.lobby, command: "/invite" } as const;
    expect(await act({ ...invite, text: "nobody" })).toMatchObject({ ok: false });
    expect(await act({ ...invite, text: "@Greenroom" })).toEqual({ ok: true });
    const lobby = () => page.rows("channel").find(({ id }) => id === places.lobby);
    await page.until(() => lobby()?.botIsMember || undefined, "the bot in the lobby");
    await act({ kind: "say", channel: places.lobby, text: "@greenroom live-8821" });
    await page.until(() => page.rows("message").find(({ threadTs }) => threadTs), "the answer");
    expect(page.rows("message").map(({ text }) => text)).toContain("Greenroom is in #lobby now.");
  });

  it.each([
    [
      { kind: "say", channel: places.support, text: "x", thread: "1.000000" },
      "That thread is gone.",
    ],
    [{ kind: "say", channel: places.support, text: "x".repeat(13_000) }, "That is too long."],
    [{ kind: "delete", channel: places.support, ts: "1.000000" }, "That message is gone."],
    [{ kind: "close-view", view: "V1" }, "That window is closed already."],
    [
      { kind: "create-room", room: "房间", change: {} },
      "A room's ID has 1 to 48 characters: letters without accents, digits, signs, and blanks.",
    ],
    [
      { kind: "create-room", room: "live-room", change: {} },
      "There is a room with this ID already.",
    ],
  ] as const)("is told in plain words why not: %o", async (wanted, words) => {
    const { act } = await startPlayground();
    expect(await act(wanted)).toEqual({ ok: false, error: words });
  });

  it.each([
    [{ kind: "say", channel: places.lobby, text: "hi" }, people.guest],
    [{ kind: "command", channel: places.board, command: "/room", text: "x" }, people.guest],
    [
      { kind: "press", channel: places.support, ts: "1.000000", blockId: "b", actionId: "a" },
      people.asker,
    ],
    [{ kind: "press-in-view", view: "V1", blockId: "b", actionId: "a" }, people.asker],
    [{ kind: "submit-view", view: "V1", values: {} }, people.asker],
  ] as const)("can't do what Slack would not let them do: %o", async (wanted, as) => {
    const { act } = await startPlayground();
    expect(await act(wanted, as)).toMatchObject({ ok: false, error: expect.any(String) });
  });
});

describe("what a person does on the control side", () => {
  it("makes a room, changes it, and troubles it", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    const room = "stage <1> & co";
    expect(await act({ kind: "create-room", room, change: { name: "Stage" } })).toEqual({
      ok: true,
    });
    await act({
      kind: "change-room",
      room,
      change: {
        owner: "9007199254740993",
        isMuted: true,
        isVisible: false,
        hasSeats: false,
        entries: 5,
      },
    });
    await act({ kind: "room-fault", room, fault: { kind: "code", code: 60010 } });
    const row = await page.until(
      () => page.rows("room").find(({ id, fault }) => id === room && fault !== null),
      "the room",
    );
    expect(row).toEqual({
      id: room,
      name: "Stage",
      owner: "9007199254740993",
      isMuted: true,
      isVisible: false,
      hasSeats: false,
      entries: 5,
      fault: { kind: "code", code: 60010 },
    });
    expect(await act({ kind: "create-room", room, change: {} })).toMatchObject({ ok: false });
    expect(await act({ kind: "create-room", room: "ü", change: {} })).toMatchObject({ ok: false });
    expect(await act({ kind: "dissolve-room", room: "none" })).toMatchObject({ ok: false });
  });

  it("dissolves a room with its trouble", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    await act({ kind: "dissolve-room", room: "unpaid-room" });
    await act({ kind: "command", channel: places.support, command: "/room", text: "unpaid-room" });
    await page.until(() => page.rows("message").find(({ text }) => text.includes("100004")), "it");
    expect(
      page
        .rows("message")
        .map(({ text }) => text)
        .join(),
    ).not.toContain("60020");
  });

  it("makes Tencent's weather", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    await act({ kind: "tencent-weather", latency: [5, 9], fault: { kind: "hang" }, qps: 2 });
    const { tencent } = await page.until(
      () => page.rows("weather").find(({ tencent: { qps } }) => qps === 2),
      "it",
    );
    expect(tencent).toMatchObject({ latency: [5, 9], fault: { kind: "hang" } });
    expect(await act({ kind: "tencent-weather", latency: [9, 5] })).toMatchObject({ ok: false });
    await act({ kind: "tencent-weather", latency: [0, 0], fault: null, qps: 0 });
    await act({ kind: "command", channel: places.support, command: "/room", text: "live-room" });
    const refused = await page.until(
      () => page.rows("message").find(({ text }) => text.includes("60011")),
      "the refusal",
    );
    expect(refused.isEphemeral).toBe(true);
  }, 30_000);

  it("makes Slack's weather, and fair weather again", async () => {
    const { look, act, slack } = await startPlayground();
    const page = await look();
    await act({ kind: "slack-rate-limit", retryAfter: 1, times: 2 });
    await act({ kind: "slack-repeats", times: 3 });
    await act({ kind: "slack-lost-connection" });
    const weather = await page.until(
      () => page.rows("weather").find((row) => row.slack.repeats === 3),
      "it",
    );
    expect(weather.slack.waitingFaults).toBeGreaterThan(0);
    await act({ kind: "slack-fair-weather" });
    expect(slack.fault.waiting).toBe(0);
    expect(slack.fault.repeats).toBe(0);
  });

  it("cuts the sockets in Socket Mode", async () => {
    const { look, act } = await startPlayground("socket");
    const page = await look();
    const sockets = (count: number) => () =>
      page.rows("weather").find(({ slack }) => slack.sockets === count);
    await page.until(sockets(2), "the sockets");
    await act({ kind: "slack-lost-connection" });
    const { slack } = await page.until(sockets(0), "the cut");
    expect(slack.waitingFaults).toBe(0);
  });

  it("runs the workflow's step", async () => {
    const { look, act, slack } = await startPlayground();
    const page = await look();
    expect(await act({ kind: "run-step", room: "live-room" })).toEqual({ ok: true });
    await page.interaction(({ steps }) =>
      steps.some(({ label }) => label.includes("functions.completeSuccess")),
    );
    expect([...slack.workspace.executions.values()][0]?.outputs).toMatchObject({ found: true });
    const { steps } = await page.interaction(({ title }) => title.startsWith("A workflow"));
    expect(steps.at(-1)?.note).toContain("found: true; name: Friday night karaoke");
  });

  it.each(alertSources.map(({ id }) => id))(
    "sends an alert of %s, which gets its room's status",
    async (source) => {
      const { look, act } = await startPlayground();
      const page = await look();
      expect(
        await act({ kind: "alert", source, room: "live-8821", channel: places.liveAlerts }),
      ).toEqual({ ok: true });
      const status = await page.until(
        () => page.rows("message").find(({ threadTs }) => threadTs),
        "the status",
      );
      expect(status.text).toContain("Night market tour");
    },
  );
});

type Blocks = readonly Readonly<Record<string, unknown>>[];

/** The IDs of a button in an actions block, by its label. */
function button(blocks: Blocks, label: string): { blockId: string; actionId: string } {
  for (const { type, block_id: blockId, elements } of blocks) {
    const found =
      type === "actions"
        ? (elements as Blocks).find(({ text }) => labelIs(text, label))
        : undefined;
    if (found !== undefined)
      return { blockId: String(blockId), actionId: String(found["action_id"]) };
  }
  throw new Error(`there is no button ${label}`);
}

const labelIs = (text: unknown, label: string): boolean =>
  (text as { text: string }).text === label;
