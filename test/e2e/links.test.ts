import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { people, places } from "../../simulator/slack/seed.ts";
import type { Message } from "../../simulator/slack/messages.ts";
import { modes, setStage, type Stage } from "../support/stage.ts";

const room = "Friday night karaoke";
const console1 = "https://console.example.com/r?room=live-room&amp;tab=chat";
const console2 = "https://console.example.com/room/gone-room";

const environment = {
  ROOM_PATTERNS: JSON.stringify({ console: String.raw`console\.example\.com/r/([^/?]+)` }),
};
const own = (id: string): string => `https://console.example.com/r/${id}`;

/** A link that the bot shows, always: what was told before it has been dealt with then. */
async function shown(stage: Stage, message: Message): Promise<string> {
  await stage.slack.waitForMessages(({ ts, attachments }) => {
    return ts === message.ts && attachments.length > 0;
  });
  return JSON.stringify(message.attachments);
}

describe.each(modes)("links to rooms over %s", (mode) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage(mode, { environment });
  });
  afterEach(async () => {
    await stage.close();
  });

  const say = async (text: string, channel: string = places.support): Promise<Message> =>
    (await stage.slack.say({ channel, text, user: people.asker })).message;

  /** Stops the bot, so that all it was told has had its effect. */
  async function underAtEnd(message: Message): Promise<Message["attachments"]> {
    await stage.stopBot();
    return message.attachments;
  }

  it("one link gets the room's status, with nothing to press", async () => {
    const message = await say(`see <${console1}>`);
    const status = await shown(stage, message);
    expect(status).toContain(room);
    expect(status).toContain("chat open");
    expect(status).toContain("RequestId");
    expect(status).not.toContain('"button"');
    expect(message.attachments[0]?.["from_url"]).toBe(console1);
  });

  it("a link in the operator's own form too", async () => {
    expect(await shown(stage, await say(`<${own("live-room")}|the room>`))).toContain(room);
  });

  it("two links get a short status each", async () => {
    const message = await say(`<${own("live-room")}> and <${console1}>`);
    const status = await shown(stage, message);
    expect(message.attachments).toHaveLength(2);
    expect(status).toContain(room);
    expect(status).not.toContain("RequestId");
  });

  it("three links get nothing", async () => {
    const list = await say([1, 2, 3].map((part) => `<${own("live-room")}?part=${part}>`).join(" "));
    expect(await underAtEnd(list)).toEqual([]);
    expect(stage.tencent.stats().queries).toBe(0);
  });

  it("a room that Tencent doesn't know is left alone", async () => {
    const message = await say(`<${console2}>`);
    expect(await underAtEnd(message)).toEqual([]);
  });

  it("the same link gets its status once in a channel", async () => {
    await shown(stage, await say(`<${console1}>`));
    const elsewhere = await say(`<${console1}>`, places.backstage);
    const again = await say(`once more: <${console1}>`);
    await shown(stage, elsewhere);
    expect(await underAtEnd(again)).toEqual([]);
  });

  it("other pages of the console are left alone", async () => {
    expect(await underAtEnd(await say("<https://console.example.com/settings>"))).toEqual([]);
    expect(stage.tencent.stats().queries).toBe(0);
  });

  it("nothing is shown to another company", async () => {
    expect(await underAtEnd(await say(`<${console1}>`, places.shared))).toEqual([]);
    expect(stage.tencent.stats().queries).toBe(0);
  });

  it("Slack's repeats have no effect", async () => {
    stage.slack.fault.repeatEvents(3);
    await shown(stage, await say(`<${console1}>`));
    await stage.stopBot();
    const unfurls = stage.slack.calls.filter(({ method }) => method === "chat.unfurl");
    expect(unfurls).toHaveLength(1);
  });
});

describe("when a status can't be shown", () => {
  it("the next link may get one", async () => {
    const stage = await setStage("http");
    stage.slack.fault.webApi("chat.unfurl", { kind: "error", error: "cannot_unfurl_message" });
    const link = { channel: places.support, text: `<${console1}>` };
    const { message: first } = await stage.slack.say(link);
    await expect.poll(() => stage.log.join()).toContain("a link's status could not be shown");
    expect(first.attachments).toEqual([]);
    const { message: second } = await stage.slack.say(link);
    expect(await shown(stage, second)).toContain(room);
    await stage.close();
  });

  it("with ALLOWED_CHANNELS, links elsewhere are left alone", async () => {
    const stage = await setStage("http", { environment: { ALLOWED_CHANNELS: places.backstage } });
    await stage.slack.say({ channel: places.support, text: `<${console1}>` });
    await stage.stopBot();
    expect(stage.tencent.stats().queries).toBe(0);
    await stage.close();
  });
});
