import { describe, expect, test } from "vitest";
import { BOT_USER, people, places } from "../../simulator/slack/seed.ts";
import { richTextOf } from "../../simulator/slack/typed-text.ts";
import { startListening } from "./slack-events-fixture.ts";
import { buttons, callApi, section } from "./slack-fixture.ts";
import { button } from "./slack-pieces.ts";

const channel = places.support;
const unfurlDomains = ["console.example"];
const url = "https://eu.console.example/rooms/live-1";
const card = { blocks: [section("live-1")] };

async function startWithLink(text = url, place: string = channel) {
  const listening = await startListening({ unfurlDomains });
  const { message } = await listening.slack.say({ channel: place, text });
  const shared = listening.events().find(({ type }) => type === "link_shared");
  const unfurl = (args: Record<string, unknown> = {}) =>
    listening.outcome("chat.unfurl", {
      channel: place,
      ts: message.ts,
      unfurls: { [url]: card },
      ...args,
    });
  return { ...listening, message, shared, unfurl };
}

describe("link_shared", () => {
  test("names the links of the app's domains and the domain as registered", async () => {
    const other = "https://elsewhere.example/rooms/live-2 and https://myconsole.example/a";
    const { shared, message } = await startWithLink(`${url}, ${url} and ${other}`);
    expect(shared).toMatchObject({
      channel,
      user: people.asker,
      message_ts: message.ts,
      links: [{ domain: "console.example", url }],
      source: "conversations_history",
      unfurl_id: expect.any(String) as string,
      is_bot_user_member: true,
    });
    expect(shared?.["links"]).toHaveLength(1);
  });

  test("writes an address as the message's text does, with &amp; for &", async () => {
    const { shared } = await startWithLink("https://console.example/?room=live-1&tab=2");
    expect(shared?.["links"]).toEqual([
      { domain: "console.example", url: "https://console.example/?room=live-1&amp;tab=2" },
    ]);
  });

  test("comes from where the bot is not, too", async () => {
    const { shared, kinds } = await startWithLink(url, places.lobby);
    expect(shared).toMatchObject({ is_bot_user_member: false });
    expect(kinds()).toEqual(["link_shared"]);
  });

  test("in a thread carries thread_ts", async () => {
    const { slack, message, events } = await startWithLink("no link");
    await slack.say({ channel, thread: message.ts, text: url });
    expect(events().find(({ type }) => type === "link_shared")).toMatchObject({
      thread_ts: message.ts,
    });
  });

  test("is not sent for the app's own messages, nor for a classic webhook's", async () => {
    const { slack, kinds } = await startWithLink("no link");
    const bot = { id: "B0ALERTHOOK", name: "Alerts", webhook: true } as const;
    await slack.say({ channel, bot, text: `<${url}>` });
    await callApi(slack, "chat.postMessage", { channel, text: `<${url}>` });
    await expect.poll(kinds).toHaveLength(3);
    expect(kinds()).not.toContain("link_shared");
  });
});

describe("chat.unfurl", () => {
  test("attaches the card to the message, which counts as no edit by hand", async () => {
    const { unfurl, message, events } = await startWithLink();
    expect(await unfurl()).toBe("ok");
    expect(message.attachments).toMatchObject([
      { ...card, from_url: url, is_app_unfurl: true, app_id: "A0GREENROOM" },
    ]);
    await expect
      .poll(() => events().at(-1))
      .toMatchObject({
        subtype: "message_changed",
        message: { attachments: [{ from_url: url }] },
      });
    expect(events().at(-1)?.["message"]).not.toHaveProperty("edited");
  });

  test("a second time takes the place of the first", async () => {
    const { unfurl, message } = await startWithLink();
    await unfurl();
    expect(await unfurl({ unfurls: JSON.stringify({ [url]: { text: "plain" } }) })).toBe("ok");
    expect(message.attachments).toMatchObject([{ text: "plain", from_url: url }]);
  });

  test("works by unfurl_id, where the bot is not and the channel is hidden", async () => {
    const { unfurl, shared, message } = await startWithLink(url, places.board);
    expect(await unfurl()).toBe("cannot_find_channel");
    const target = { channel: undefined, ts: undefined, source: "conversations_history" };
    expect(await unfurl({ ...target, unfurl_id: "guess" })).toBe("invalid_unfurl_id");
    expect(await unfurl({ ...target, unfurl_id: shared?.["unfurl_id"] })).toBe("ok");
    expect(message.attachments).toHaveLength(1);
  });

  test.each<[string, Record<string, unknown>, string]>([
    [
      "an address that the message lacks",
      { unfurls: { "https://console.example/": card } },
      "cannot_unfurl_message",
    ],
    [
      "an address of another domain",
      { unfurls: { "https://elsewhere.example/x": card } },
      "cannot_unfurl_url",
    ],
    ["a message that isn't there", { ts: "1700000000.000100" }, "cannot_find_message"],
    ["no channel", { channel: undefined }, "missing_channel"],
    ["no ts", { ts: undefined }, "missing_ts"],
    ["no unfurls", { unfurls: undefined }, "missing_unfurls"],
    ["unfurls that are no JSON", { unfurls: "{" }, "invalid_unfurls_format"],
    ["an unfurl that is no object", { unfurls: { [url]: "card" } }, "invalid_unfurls_format"],
    ["an unfurl_id without its source", { unfurl_id: "a" }, "missing_source"],
    ["a source without its unfurl_id", { source: "composer" }, "missing_unfurl_id"],
    ["another source", { source: "elsewhere", unfurl_id: "a" }, "invalid_source"],
    ["buttons", { unfurls: { [url]: { blocks: [buttons("refresh")] } } }, "invalid_blocks"],
    [
      "an accessory button",
      { unfurls: { [url]: { blocks: [{ ...section("a"), accessory: button() }] } } },
      "invalid_blocks",
    ],
    ["rich text", { unfurls: { [url]: { blocks: [richTextOf("live-1")] } } }, "invalid_blocks"],
    [
      "an attachment with actions",
      { unfurls: { [url]: { text: "a", actions: [] } } },
      "cannot_parse_attachment",
    ],
    ["an empty unfurl", { unfurls: { [url]: {} } }, "cannot_parse_attachment"],
  ])("of %s is refused", async (_name, args, error) => {
    const { unfurl, message } = await startWithLink(`${url} https://elsewhere.example/x`);
    expect(await unfurl(args)).toBe(error);
    expect(message.attachments).toEqual([]);
  });

  test("of a message that was edited or deleted meanwhile is refused", async () => {
    const { slack, unfurl, message } = await startWithLink();
    await slack.editMessage(message, { text: "gone" });
    expect(await unfurl()).toBe("cannot_unfurl_message");
    await slack.deleteMessage(message);
    expect(await unfurl()).toBe("cannot_find_message");
  });

  test("of links that the app was never told of is refused with cannot_unfurl_url", async () => {
    const { slack, outcome } = await startListening({ unfurlDomains, events: [] });
    const { message } = await slack.say({ channel, text: `${url} <@${BOT_USER}>` });
    const args = { channel, ts: message.ts, unfurls: { [url]: card } };
    expect(await outcome("chat.unfurl", args)).toBe("cannot_unfurl_url");
  });
});
