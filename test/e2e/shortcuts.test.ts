import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BOT_USER, people, places } from "../../simulator/slack/seed.ts";
import { modes, setStage, type Stage } from "../support/stage.ts";

const inMessage = "look_up_room_in_message";

describe.each(modes)("the shortcuts over %s", (mode) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage(mode, { figures: { channelIntervalMs: 20, rememberMs: 1 } });
  });
  afterEach(() => stage.close());

  const alert = { id: "B0GRAFANA01", name: "Grafana" };
  const firing = async (text: string, channel: string = places.support) =>
    (await stage.slack.say({ channel, bot: alert, attachments: [{ fallback: "alert", text }] }))
      .message;

  const openView = () =>
    vi.waitFor(() => {
      const view = stage.slack.workspace.views.find(({ isOpen }) => isOpen);
      if (view === undefined) throw new Error("no modal is open");
      return view;
    });

  const fromBot = (count: number) =>
    stage.slack.waitForMessages(({ user }) => user === BOT_USER, 5_000, count);

  it("Look up room, with one room in the message: the card goes into its thread", async () => {
    const message = await firing("Room failing: room_id=live-8821");
    const picked = await stage.slack.shortcut(inMessage, { message });
    expect(picked.ack.ok).toBe(true);
    const [card] = await fromBot(1);
    expect(card?.text).toContain("live-8821");
    expect(card?.threadTs).toBe(message.ts);
    expect(card?.visibility).toBe("in_channel");
  });

  it("where the bot is no member, the asker gets the card, and how to invite the bot", async () => {
    const message = await firing("Room failing: room_id=live-8821", places.board);
    const picked = await stage.slack.shortcut(inMessage, { message });
    const [card] = await picked.settled();
    expect(card?.visibility).toBe("ephemeral");
    expect(card?.text).toContain("/invite @Greenroom");
    expect(card?.text).toContain("live-8821");
  });

  it("with several rooms: a window to choose one, and its card in the thread", async () => {
    const message = await firing("room_id=live-8821 and room_id=muted-room");
    await stage.slack.shortcut(inMessage, { message });
    const view = await openView();
    expect(JSON.stringify(view.blocks)).toContain("muted-room");
    const submitted = await stage.slack.submitView(people.asker, view.id, {
      room_chosen: "muted-room",
    });
    expect(submitted.errors).toEqual({});
    const [card] = await fromBot(1);
    expect(card?.text).toContain("Product launch");
    expect(card?.threadTs).toBe(message.ts);
    await vi.waitFor(() =>
      expect(JSON.stringify(view.blocks)).toContain("The card is in the thread"),
    );
  });

  it("with no room: a window with a field to type one", async () => {
    const message = await firing("CPU is high");
    await stage.slack.shortcut(inMessage, { message });
    const view = await openView();
    await stage.slack.submitView(people.asker, view.id, { room_text: "live-room" });
    const [card] = await fromBot(1);
    expect(card?.text).toContain("Friday night karaoke");
  });

  it("a window that Slack does not open is told to the asker, with another way", async () => {
    const message = await firing("CPU is high");
    stage.slack.fault.webApi("views.open", { kind: "error", error: "expired_trigger_id" });
    const picked = await stage.slack.shortcut(inMessage, { message });
    const [told] = await picked.settled();
    expect(told?.visibility).toBe("ephemeral");
    expect(told?.text).toContain("The window could not be opened");
  });

  it("Look up a room, from anywhere: the card appears in the window", async () => {
    await stage.slack.shortcut("look_up_room");
    const view = await openView();
    await stage.slack.submitView(people.asker, view.id, { room_text: "live-room" });
    await vi.waitFor(() => expect(JSON.stringify(view.blocks)).toContain("Friday night karaoke"));
    expect(JSON.stringify(view.blocks)).not.toContain("room_refresh");
    expect(stage.slack.workspace.messages).toHaveLength(0);
  });

  it("what can't be an ID is told under the field, and Tencent is not asked", async () => {
    await stage.slack.shortcut("look_up_room");
    const view = await openView();
    const submitted = await stage.slack.submitView(people.asker, view.id, {
      room_text: "x".repeat(49),
    });
    expect(submitted.errors["room_typed"]).toContain("at most 48");
    expect(view.isOpen).toBe(true);
    expect(stage.tencent.stats().queries).toBe(0);
  });

  it("a refusal of Tencent's is for the asker alone", async () => {
    stage.tencent.weather.setForRoom("live-8821", { kind: "code", code: 60020 });
    const message = await firing("room_id=live-8821");
    const picked = await stage.slack.shortcut(inMessage, { message });
    const [told] = await picked.settled();
    expect(told?.visibility).toBe("ephemeral");
    expect(told?.text).toContain("60020");
  });
});

describe.each(modes)("with SHORTCUT_REPLY=private, over %s", (mode) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage(mode, { environment: { SHORTCUT_REPLY: "private" } });
  });
  afterEach(() => stage.close());

  const alert = { id: "B0GRAFANA01", name: "Grafana" };

  async function pick(text: string): Promise<void> {
    const { message } = await stage.slack.say({ channel: places.support, bot: alert, text });
    await stage.slack.shortcut(inMessage, { message });
  }

  const windowWith = (text: string) =>
    vi.waitFor(() => {
      const view = stage.slack.workspace.views.find(({ blocks }) =>
        JSON.stringify(blocks).includes(text),
      );
      if (view === undefined) throw new Error(`no window shows ${text}`);
      return view;
    });

  /** What is in the channel when all is done. */
  async function posted() {
    await stage.stopBot();
    return stage.slack.workspace.messages.filter(({ user }) => user === BOT_USER);
  }

  it("one room in the message is answered in a window, while Tencent is slow too", async () => {
    stage.tencent.weather.latency = [300, 300];
    await pick("room_id=live-room");
    await windowWith("Asking Tencent");
    await windowWith("Friday night karaoke");
    expect(await posted()).toEqual([]);
  });

  it("a room chosen among several is too", async () => {
    await pick("room_id=live-room and room_id=muted-room");
    const view = await windowWith("Rooms that the message names");
    await stage.slack.submitView(people.asker, view.id, { room_chosen: "muted-room" });
    await windowWith("Product launch");
    expect(await posted()).toEqual([]);
  });
});
