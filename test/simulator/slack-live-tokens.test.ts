import { describe, expect, test } from "vitest";
import { liveTokens } from "../../simulator/slack/live-tokens.ts";
import { callApi, section, startSlack } from "./slack-fixture.ts";
import { places } from "../../simulator/slack/seed.ts";

function kinds(raw: Record<string, unknown>): string[] {
  return liveTokens({ raw }).map(({ kind, where }) => `${kind} ${where}`);
}

describe("what Slack would act on in a message", () => {
  test.each([
    ["<@U123ABC>", "user"],
    ["<@W123ABC|ada>", "user"],
    ["<#C123ABC>", "channel"],
    ["<!channel>", "broadcast"],
    ["<!here|here>", "broadcast"],
    ["<!everyone>", "broadcast"],
    ["<!subteam^S123>", "group"],
    ["<https://example.com|here>", "link"],
    ["<mailto:a@example.com>", "link"],
    ["<!date^1700000000^{time}|then>", "date"],
  ])("%s", (token, kind) => {
    expect(liveTokens({ raw: { text: `a ${token} b` } })).toEqual([
      { kind, token, where: "/text" },
    ]);
  });

  test("escaped signs are only characters", () => {
    expect(
      kinds({ text: "&lt;!channel&gt; &lt;@U1&gt;", blocks: [section("&lt;!here&gt;")] }),
    ).toEqual([]);
  });

  test("mrkdwn is looked through wherever it sits, plain_text never", () => {
    const blocks = [
      { type: "header", text: { type: "plain_text", text: "<!channel>" } },
      {
        type: "section",
        fields: [
          { type: "plain_text", text: "<@U1A>" },
          { type: "mrkdwn", text: "<@U1A>" },
        ],
      },
      { type: "context", elements: [{ type: "mrkdwn", text: "<!here>" }] },
    ];
    expect(kinds({ text: "", blocks })).toEqual([
      "user /blocks/1/fields/1/text",
      "broadcast /blocks/2/elements/0/text",
    ]);
  });

  test("in rich text the elements are live and the words are not", () => {
    const elements = [
      { type: "text", text: "<!channel>" },
      { type: "broadcast", range: "here" },
      { type: "user", user_id: "U1A" },
    ];
    const blocks = [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }];
    expect(kinds({ blocks })).toEqual([
      "broadcast /blocks/0/elements/0/elements/1",
      "user /blocks/0/elements/0/elements/2",
    ]);
  });

  test("attachments are looked through", () => {
    expect(kinds({ attachments: [{ fallback: "<!channel>" }] })).toEqual([
      "broadcast /attachments/0/fallback",
    ]);
  });

  test("a message is kept as it was sent", async () => {
    const slack = await startSlack();
    const text = "<!channel> & friends";
    await callApi(slack, "chat.postMessage", {
      channel: places.support,
      text,
      blocks: [section(text)],
    });
    const [message] = slack.workspace.messages;
    expect(message?.raw).toEqual({ channel: places.support, text, blocks: [section(text)] });
    expect(message && liveTokens(message)).toHaveLength(2);
  });
});
