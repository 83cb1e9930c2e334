import { describe, expect, test } from "vitest";
import { validateBlocks } from "../../simulator/slack/blocks/validate.ts";
import { buttons, section } from "./slack-fixture.ts";
import { actions, button, confirm, image, long, mrkdwn, plain, refusals } from "./slack-pieces.ts";

describe("blocks that Slack takes", () => {
  test.each<[string, unknown[]]>([
    ["nothing", []],
    ["50 blocks", Array.from({ length: 50 }, () => ({ type: "divider" }))],
    ["a section of 3000 characters", [section(long(3000))]],
    ["3000 emoji count as 3000 characters", [section("🟢".repeat(3000))]],
    [
      "10 fields of 2000",
      [{ type: "section", fields: Array.from({ length: 10 }, () => mrkdwn(long(2000))) }],
    ],
    ["a header of 150", [{ type: "header", text: plain(long(150)) }]],
    [
      "a context of 10",
      [{ type: "context", elements: Array.from({ length: 10 }, () => mrkdwn("a")) }],
    ],
    ["an accessory button", [{ ...section("a"), accessory: button() }]],
    [
      "an accessory image that cannot be fetched",
      [{ ...section("a"), accessory: image({ image_url: "http://127.0.0.1/x.png" }) }],
    ],
    [
      "a button with everything",
      [
        actions(
          button({
            url: "https://example.com",
            value: long(2000),
            style: "danger",
            confirm,
            accessibility_label: "Press",
          }),
        ),
      ],
    ],
    ["the same action_id in two blocks", [buttons("a"), buttons("a")]],
    ["an image block", [image({ title: plain("A room") })]],
    [
      "rich text",
      [
        {
          type: "rich_text",
          elements: [
            {
              type: "rich_text_section",
              elements: [{ type: "text", text: "a", style: { bold: true } }],
            },
          ],
        },
      ],
    ],
    [
      "verbatim mrkdwn and emoji in plain text",
      [
        section("a"),
        { type: "section", text: { ...mrkdwn("a"), verbatim: true } },
        { type: "section", text: { ...plain("a"), emoji: true } },
      ],
    ],
  ])("%s", (_name, blocks) => {
    expect(validateBlocks(blocks)).toEqual([]);
  });
});

describe("blocks that Slack refuses, and why", () => {
  test.each<[string, unknown[], string]>([
    [
      "51 blocks",
      Array.from({ length: 51 }, () => ({ type: "divider" })),
      "no more than 50 items allowed [json-pointer:/blocks]",
    ],
    ["a block without a type", [{}], "missing required field: type [json-pointer:/blocks/0]"],
    [
      "an unknown block",
      [{ type: "poster" }],
      "unsupported type: poster [json-pointer:/blocks/0/type]",
    ],
    [
      "an input in a message",
      [{ type: "input" }],
      "unsupported type: input [json-pointer:/blocks/0/type]",
    ],
    [
      "a field that the block does not have",
      [{ type: "divider", color: "red" }],
      "invalid additional property: color [json-pointer:/blocks/0]",
    ],
    [
      "emoji on mrkdwn",
      [{ type: "section", text: { ...mrkdwn("a"), emoji: true } }],
      "invalid additional property: emoji [json-pointer:/blocks/0/text]",
    ],
    [
      "verbatim on plain text",
      [{ type: "header", text: { ...plain("a"), verbatim: true } }],
      "invalid additional property: verbatim [json-pointer:/blocks/0/text]",
    ],
    [
      "a section of 3001 characters",
      [section(long(3001))],
      "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
    ],
    [
      "an empty text",
      [section("")],
      "must be more than 0 characters [json-pointer:/blocks/0/text/text]",
    ],
    [
      "a text that is no object",
      [{ type: "section", text: "a" }],
      "must provide an object [json-pointer:/blocks/0/text]",
    ],
    [
      "a section without text and fields",
      [{ type: "section" }],
      "must define either `text` or `fields` [json-pointer:/blocks/0]",
    ],
    [
      "11 fields",
      [{ type: "section", fields: Array.from({ length: 11 }, () => mrkdwn("a")) }],
      "no more than 10 items allowed [json-pointer:/blocks/0/fields]",
    ],
    [
      "no fields",
      [{ type: "section", fields: [] }],
      "no less than 1 items allowed [json-pointer:/blocks/0/fields]",
    ],
    [
      "a field of 2001 characters",
      [{ type: "section", fields: [mrkdwn(long(2001))] }],
      "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]",
    ],
    [
      "a header of 151 characters",
      [{ type: "header", text: plain(long(151)) }],
      "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
    ],
    [
      "mrkdwn in a header",
      [{ type: "header", text: mrkdwn("a") }],
      "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]",
    ],
    [
      "a context of 11",
      [{ type: "context", elements: Array.from({ length: 11 }, () => mrkdwn("a")) }],
      "no more than 10 items allowed [json-pointer:/blocks/0/elements]",
    ],
    [
      "an empty context",
      [{ type: "context", elements: [] }],
      "no less than 1 items allowed [json-pointer:/blocks/0/elements]",
    ],
  ])("%s", (_name, blocks, refusal) => {
    expect(refusals(...blocks)).toContain(refusal);
  });

  test("blocks that are no list", () => {
    expect(validateBlocks({ type: "divider" })).toEqual([
      { pointer: "/blocks", message: "must provide an array" },
    ]);
  });

  test("everything that is wrong is told at once", () => {
    expect(refusals({ type: "header" }, { type: "poster" }, section(""))).toHaveLength(3);
  });

  test("names from Object.prototype are no types and no fields", () => {
    expect(refusals({ type: "constructor" })).toHaveLength(1);
    expect(refusals({ type: "divider", toString: "a" })).toHaveLength(1);
  });
});
