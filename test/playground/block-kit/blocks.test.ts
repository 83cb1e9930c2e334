import { h } from "preact";
import { describe, expect, test } from "vitest";
import { Blocks } from "../../../playground/page/block-kit/blocks.tsx";
import { all, attribute, draw, kit, markup, NOW, one, textOf } from "./drawn.ts";
import type { TinyNode } from "./tiny-dom.ts";

const drawn = (...blocks: Record<string, unknown>[]): TinyNode => draw(h(Blocks, { blocks, kit }));
const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
const plain = (text: string) => ({ type: "plain_text", text });
const rich = (...elements: Record<string, unknown>[]): TinyNode =>
  drawn({ type: "rich_text", elements });

const cell = (text: string) => ({ type: "raw_text", text });
const item = (text: string) => ({
  type: "rich_text_section",
  elements: [{ type: "text", text }],
});

test("a header is a heading of the level that its place asks for", () => {
  const blocks = [{ type: "header", text: plain("Karaoke :tada:") }];
  expect(markup(draw(h(Blocks, { blocks, kit })))).toBe("<h3>Karaoke 🎉</h3>");
  expect(markup(draw(h(Blocks, { blocks, kit, headingLevel: 2 })))).toBe("<h2>Karaoke 🎉</h2>");
});

test("a section has text, fields and something beside them", () => {
  const section = drawn({
    type: "section",
    text: mrkdwn("*Room* <https://x.example|x>"),
    fields: [mrkdwn("*Owner*"), plain("ada")],
    accessory: { type: "image", image_url: "https://x.example/a.png", alt_text: "Cover" },
  });
  expect(markup(section)).toBe("<b>Room</b> <a>x</a><b>Owner</b>adaCover");
  const image = all(section, "span").find((span) => attribute(span, "role") === "img");
  expect(image && attribute(image, "aria-label")).toBe("Cover");
  expect(all(section, "img")).toEqual([]);
  const link = one(section, "a");
  expect(attribute(link, "href")).toBe("https://x.example");
  expect(attribute(link, "rel")).toBe("noopener noreferrer");
  expect(attribute(link, "target")).toBe("_blank");
});

test("markup is bold, quoted, code and all", () => {
  expect(markup(drawn({ type: "section", text: mrkdwn("*a* _b_ ~c~ `d`\n> e\n```f```") }))).toBe(
    "<b>a</b> <i>b</i> <s>c</s> <code>d</code><blockquote>e</blockquote><pre>f</pre>",
  );
});

test("mentions have the names of today, and the reader's own stands out", () => {
  const text = "<@UADA> <@UNEW|new> <@UNONE> <#CSUPPORT|old> <!subteam^SONCALL> <!here>";
  const section = drawn({ type: "section", text: mrkdwn(text) });
  expect(textOf(section)).toBe("@Ada Asker @new @UNONE #support @oncall @here");
  const mine = all(section, "span").filter(
    (span) => attribute(span, "class") === "bk-mention bk-mine",
  );
  expect(mine.map(textOf)).toEqual(["@Ada Asker", "@here"]);
});

test("a date is a time element, and a fallback where it can't be", () => {
  const text = `<!date^${NOW / 1000}^{date_short_pretty} {time}|x> <!date^1^{none}|fallback>`;
  const section = drawn({ type: "section", text: mrkdwn(text) });
  expect(markup(section)).toBe("<time>Today 10:53 PM</time> fallback");
  expect(attribute(one(section, "time"), "datetime")).toBe("2026-11-22T22:53:00.000Z");
});

test("an emoji has a name for those who can't see it", () => {
  const emoji = all(drawn({ type: "section", text: mrkdwn(":tada:") }), "span")[0];
  expect(emoji && [attribute(emoji, "role"), attribute(emoji, "aria-label")]).toEqual([
    "img",
    "tada emoji",
  ]);
});

test("context, divider and image", () => {
  expect(
    markup(
      drawn(
        { type: "context", elements: [plain("one"), mrkdwn("*two*")] },
        { type: "divider" },
        { type: "image", image_url: "x", alt_text: "Cover", title: plain("Title") },
      ),
    ),
  ).toBe("one<b>two</b><hr></hr><figure><figcaption>Title</figcaption>Cover</figure>");
});

test("a block that nobody knows is a quiet line", () => {
  expect(markup(drawn({ type: "video" }, {}))).toBe(
    "<p>A block of type video</p><p>A block of type undefined</p>",
  );
});

describe("rich text", () => {
  test("sections with styles", () => {
    const style = { bold: true, italic: true, strike: true, code: true };
    expect(
      markup(
        rich({
          type: "rich_text_section",
          elements: [
            { type: "text", text: "*plain* &lt; :tada: " },
            { type: "text", text: "all", style },
            { type: "link", url: "https://x.example" },
            { type: "link", url: "javascript:alert(1)", text: "no link" },
            { type: "emoji", name: "wave", skin_tone: 2 },
            { type: "emoji", name: "custom" },
            { type: "user", user_id: "UADA" },
            { type: "usergroup", usergroup_id: "SONCALL" },
            { type: "channel", channel_id: "CSUPPORT" },
            { type: "broadcast", range: "channel" },
            { type: "date", timestamp: NOW / 1000, format: "{date_num}" },
            { type: "date", timestamp: "x", format: "{date_num}", fallback: "then" },
            { type: "color", value: "#ff8800" },
          ],
        }),
      ),
    ).toBe(
      "*plain* &lt; :tada: <b><i><s><code>all</code></s></i></b><a>https://x.example</a>no link👋🏻:custom:" +
        "@Ada Asker@oncall#support@channel<time>2026-11-22</time>then#ff8800 ",
    );
  });

  test("lists, quotes and code", () => {
    const drawnText = rich(
      { type: "rich_text_list", style: "bullet", elements: [item("one")] },
      { type: "rich_text_list", style: "ordered", indent: 1, offset: 2, elements: [item("two")] },
      { type: "rich_text_quote", elements: [{ type: "text", text: "said" }] },
      { type: "rich_text_preformatted", elements: [{ type: "text", text: "a\n b" }] },
    );
    expect(markup(drawnText)).toBe(
      "<ul><li>one</li></ul><ol><li>two</li></ol><blockquote>said</blockquote><pre>a\n b</pre>",
    );
    expect(attribute(one(drawnText, "ol"), "start")).toBe(3);
    expect(attribute(one(drawnText, "ol"), "class")).toContain("bk-indent-1");
  });
});

test("a table", () => {
  const rows = [
    [cell("Room"), cell("Idle")],
    [cell("live-8821"), { type: "raw_number", value: 29 }],
  ];
  expect(markup(drawn({ type: "table", rows }))).toBe(
    "<table><thead><tr><th>Room</th><th>Idle</th></tr></thead>" +
      "<tbody><tr><td>live-8821</td><td>29</td></tr></tbody></table>",
  );
});

test("standard Markdown", () => {
  const text =
    "## Report\n\n**Room:** `live` is *back*. [Open](https://x.example) [no](javascript:x)\n- item\n> said\n---\n```js\nlet a;\n```";
  expect(markup(drawn({ type: "markdown", text }))).toBe(
    "<b>Report</b><b>Room:</b> <code>live</code> is <i>back</i>. <a>Open</a> no" +
      "• item<blockquote>said</blockquote><hr></hr><pre>let a;</pre>",
  );
});
