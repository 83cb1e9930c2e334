import { describe, expect, test } from "vitest";
import { people, places } from "../../simulator/slack/seed.ts";
import type { SlackSimulator } from "../../simulator/slack/server.ts";
import { postTo, responseUrlOf, section, startBot, startSlack } from "./slack-fixture.ts";

async function startWithCommand(options: Parameters<typeof startSlack>[0] = {}, channel?: string) {
  const slack = await startSlack(options);
  await startBot(slack);
  const asked = await slack.command({ text: "lobby", ...(channel && { channel }) });
  return { slack, asked, url: responseUrlOf(asked) };
}

function shown(slack: SlackSimulator): string[] {
  return slack.workspace.messages
    .filter((message) => !message.deleted)
    .map((message) => `${message.visibility}: ${message.text}`);
}

describe("the response URL of a slash command", () => {
  test("a post is for the asker alone, unless it says in_channel", async () => {
    const { slack, asked, url } = await startWithCommand();
    expect(await postTo(url, { text: "for you" })).toMatchObject({ status: 200, text: "ok" });
    await postTo(url, { text: "for all", response_type: "in_channel" });
    const [first, second] = await asked.settled(2);
    expect(first).toMatchObject({ visibility: "ephemeral", ephemeralTo: people.asker });
    expect(second).toMatchObject({ visibility: "in_channel", channel: places.support });
    expect(slack.calls.map(({ kind, status }) => [kind, status])).toEqual([
      ["response_url", 200],
      ["response_url", 200],
    ]);
  });

  test.each([places.lobby, places.board, places.peopleDm])(
    "works in %s, where the bot is not",
    async (channel) => {
      const { asked, url } = await startWithCommand({}, channel);
      await postTo(url, { text: "here", response_type: "in_channel" });
      expect(await asked.settled()).toMatchObject([{ channel, text: "here" }]);
    },
  );

  test("the sixth post is refused with used_url", async () => {
    const { slack, url } = await startWithCommand();
    for (let post = 1; post <= 5; post += 1) await postTo(url, { text: `post ${post}` });
    const sixth = await postTo(url, { text: "post 6" });
    expect(sixth).toMatchObject({ status: 404, json: { ok: false, error: "used_url" } });
    expect(slack.workspace.messages).toHaveLength(5);
  });

  test("after 30 minutes a post is refused with expired_url", async () => {
    let time = Date.now();
    const { url } = await startWithCommand({ now: () => time });
    time += 30 * 60 * 1000;
    expect(await postTo(url, { text: "in time" })).toMatchObject({ status: 200 });
    time += 1;
    expect(await postTo(url, { text: "too late" })).toMatchObject({
      status: 404,
      json: { error: "expired_url" },
    });
  });

  test.each([
    ["a form", "text=hello", "application/x-www-form-urlencoded"],
    ["plain text", "hello", "text/plain"],
    ["JSON under another name", '{"text":"hello"}', "text/plain"],
    ["broken JSON", '{"text":', "application/json"],
    ["JSON that is no object", '["hello"]', "application/json"],
  ])("%s is refused with invalid_payload", async (_name, body, type) => {
    const { slack, url } = await startWithCommand();
    expect(await postTo(url, body, type)).toMatchObject({ status: 400, text: "invalid_payload" });
    expect(slack.workspace.messages).toEqual([]);
  });

  test("a charset beside the JSON is fine", async () => {
    const { url } = await startWithCommand();
    expect(await postTo(url, { text: "a" }, "application/json; charset=utf-8")).toMatchObject({
      status: 200,
    });
  });

  test("invalid blocks are refused with invalid_blocks, and cost no use", async () => {
    const { slack, url } = await startWithCommand();
    expect(await postTo(url, { blocks: [section("")] })).toMatchObject({
      status: 400,
      text: "invalid_blocks",
    });
    expect(await postTo(url, { text: "a".repeat(12_001) })).toMatchObject({
      status: 400,
      text: "msg_too_long",
    });
    expect(slack.calls.map(({ outcome }) => outcome)).toEqual(["invalid_blocks", "msg_too_long"]);
    for (let post = 1; post <= 5; post += 1) {
      expect((await postTo(url, { text: "a" })).status).toBe(200);
    }
  });

  test("a post that says nothing is refused with no_text", async () => {
    const { url } = await startWithCommand();
    expect(await postTo(url, { response_type: "in_channel" })).toMatchObject({
      status: 400,
      text: "no_text",
    });
  });

  test("a URL that Slack never gave is refused", async () => {
    const { slack } = await startWithCommand();
    const stranger = `${slack.url}/commands/T0/1/guess`;
    expect(await postTo(stranger, { text: "a" })).toMatchObject({ status: 404 });
  });

  test("replace_original replaces nothing: the line before stays", async () => {
    const { slack, url } = await startWithCommand();
    await postTo(url, { text: "looking" });
    await postTo(url, { text: "found", replace_original: true });
    expect(shown(slack)).toEqual(["ephemeral: looking", "ephemeral: found"]);
  });

  test("a post can go into a thread", async () => {
    const { asked, url } = await startWithCommand();
    await postTo(url, { text: "a", response_type: "in_channel", thread_ts: "1700000000.000100" });
    expect(await asked.settled()).toMatchObject([{ threadTs: "1700000000.000100" }]);
  });

  test("public posts count for the channel's one a second", async () => {
    const time = Date.now();
    const { url } = await startWithCommand({ now: () => time, channelBurst: 1 });
    await postTo(url, { text: "a", response_type: "in_channel" });
    const second = await postTo(url, { text: "b", response_type: "in_channel" });
    expect(second).toMatchObject({ status: 429, retryAfter: "1", text: "ratelimited" });
    expect(await postTo(url, { text: "b" })).toMatchObject({ status: 200 });
  });
});
