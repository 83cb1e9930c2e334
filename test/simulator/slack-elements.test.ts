import { describe, expect, test } from "vitest";
import { buttons } from "./slack-fixture.ts";
import { actions, button, confirm, image, long, mrkdwn, plain, refusals } from "./slack-pieces.ts";

describe("elements that Slack refuses, and why", () => {
  test.each<[string, unknown[], string]>([
    [
      "a button in a context",
      [{ type: "context", elements: [button()] }],
      "unsupported type: button [json-pointer:/blocks/0/elements/0/type]",
    ],
    [
      "26 buttons",
      [buttons(...Array.from({ length: 26 }, (_, i) => `b${i}`))],
      "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
    ],
    [
      "an image among actions",
      [actions(image())],
      "unsupported type: image [json-pointer:/blocks/0/elements/0/type]",
    ],
    [
      "a button's text of 76",
      [actions(button({ text: plain(long(76)) }))],
      "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
    ],
    [
      "a button without text",
      [actions({ type: "button" })],
      "missing required field: text [json-pointer:/blocks/0/elements/0]",
    ],
    [
      "mrkdwn on a button",
      [actions(button({ text: mrkdwn("a") }))],
      "unsupported type: mrkdwn [json-pointer:/blocks/0/elements/0/text/type]",
    ],
    [
      "a button's value of 2001",
      [actions(button({ value: long(2001) }))],
      "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]",
    ],
    [
      "a button's value that is a number",
      [actions(button({ value: 7 }))],
      "must provide a string [json-pointer:/blocks/0/elements/0/value]",
    ],
    [
      "a button's URL of 3001",
      [actions(button({ url: `https://example.com/${long(2981)}` }))],
      "must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]",
    ],
    [
      "a button's URL that is none",
      [actions(button({ url: "over there" }))],
      "invalid_url [json-pointer:/blocks/0/elements/0/url]",
    ],
    [
      "a colour that buttons don't have",
      [actions(button({ style: "green" }))],
      "must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]",
    ],
    [
      "an action_id of 256",
      [actions(button({ action_id: long(256) }))],
      "must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]",
    ],
    [
      "a block_id of 256",
      [{ type: "divider", block_id: long(256) }],
      "must be less than 256 characters [json-pointer:/blocks/0/block_id]",
    ],
    [
      "two equal action_ids in a block",
      [buttons("a", "a")],
      'action_id "a" already exists [json-pointer:/blocks/0]',
    ],
    [
      "two equal block_ids",
      [
        { type: "divider", block_id: "a" },
        { type: "divider", block_id: "a" },
      ],
      'block_id "a" already exists [json-pointer:/blocks/1/block_id]',
    ],
    [
      "a confirm without its buttons",
      [actions(button({ confirm: { title: plain("a"), text: plain("b"), confirm: plain("c") } }))],
      "missing required field: deny [json-pointer:/blocks/0/elements/0/confirm]",
    ],
    [
      "a confirm's text of 301",
      [actions(button({ confirm: { ...confirm, text: plain(long(301)) } }))],
      "must be less than 301 characters [json-pointer:/blocks/0/elements/0/confirm/text/text]",
    ],
    [
      "an image without alt_text",
      [{ type: "image", image_url: "https://example.com/a.png" }],
      "missing required field: alt_text [json-pointer:/blocks/0]",
    ],
    [
      "an image's alt_text of 2001",
      [image({ alt_text: long(2001) })],
      "must be less than 2001 characters [json-pointer:/blocks/0/alt_text]",
    ],
    [
      "an image from nowhere",
      [{ type: "image", alt_text: "a" }],
      "must define either `slack_file` or `image_url` [json-pointer:/blocks/0]",
    ],
    [
      "an image block that cannot be fetched",
      [image({ image_url: "http://127.0.0.1:9/a.png" })],
      "downloading image failed [json-pointer:/blocks/0/image_url]",
    ],
    [
      "an unknown rich text",
      [{ type: "rich_text", elements: [{ type: "rich_text_poem", elements: [] }] }],
      "unsupported type: rich_text_poem [json-pointer:/blocks/0/elements/0/type]",
    ],
    [
      "a user's name in rich text without its ID",
      [
        {
          type: "rich_text",
          elements: [{ type: "rich_text_section", elements: [{ type: "user" }] }],
        },
      ],
      "missing required field: user_id [json-pointer:/blocks/0/elements/0/elements/0]",
    ],
  ])("%s", (_name, blocks, refusal) => {
    expect(refusals(...blocks)).toContain(refusal);
  });
});
