import { readdirSync, readFileSync } from "node:fs";
import { h } from "preact";
import { describe, expect, test } from "vitest";
import { Attachments } from "../../../playground/page/block-kit/attachments.tsx";
import { Blocks } from "../../../playground/page/block-kit/blocks.tsx";
import { Mrkdwn } from "../../../playground/page/block-kit/mrkdwn-text.tsx";
import { isObject, objectsOf, stringOf } from "../../../playground/protocol/json.ts";
import { all, attribute, draw, elementsIn, kit, markup, NOW, one, textOf } from "./drawn.ts";
import type { TinyNode } from "./tiny-dom.ts";

const drawn = (attachment: Record<string, unknown>): TinyNode =>
  draw(h(Attachments, { attachments: [attachment], kit }));
const barOf = (root: TinyNode): unknown =>
  elementsIn(root)
    .find((element) => attribute(element, "class") === "bk-attachment")
    ?.style.get("--bk-colour");

test("an attachment has all its parts", () => {
  const root = drawn({
    color: "a30200",
    pretext: "Before",
    author_name: "Bot",
    author_link: "https://x.example/bot",
    title: "It &amp; that",
    title_link: "https://x.example/?a&amp;b",
    text: "Text",
    fields: [
      { title: "Host", value: "gw-1", short: true },
      { title: "Tags", value: "a, b", short: false },
    ],
    actions: [
      { type: "button", text: "Silence", url: "https://x.example" },
      { type: "button", text: "Acknowledge" },
    ],
    image_url: "https://x.example/a.png",
    footer: "Foot",
    ts: String(NOW / 1000),
    fallback: "never shown",
  });
  expect(markup(root)).toBe(
    "Before<a>Bot</a><a>It & that</a>Text" +
      "<dl><dt>Host</dt><dd>gw-1</dd><dt>Tags</dt><dd>a, b</dd></dl>" +
      "<a>Silence</a><button>Acknowledge</button>It & thatFoot<time>Today at 10:53 PM</time>",
  );
  expect(all(root, "a").map((link) => attribute(link, "href"))).toContain("https://x.example/?a&b");
  expect(attribute(one(root, "button"), "disabled")).toBe(true);
  expect(barOf(root)).toBe("#a30200");
});

test.each([
  ["good", "#2eb886"],
  ["#439FE0", "#439FE0"],
  ["fff", "#fff"],
  ["red; background: url(//x)", undefined],
  ["constructor", undefined],
  [undefined, undefined],
])("the bar of color %j", (color, bar) => expect(barOf(drawn({ text: "x", color }))).toBe(bar));

describe("markup", () => {
  const parts = {
    pretext: "*p*",
    text: "*t* <@UADA> :tada:",
    fields: [{ title: "*f*", value: "*v*" }],
  };
  test("has styles where the attachment asks for them", () =>
    expect(markup(drawn({ ...parts, mrkdwn_in: ["text", "pretext", "fields"] }))).toBe(
      "<b>p</b><b>t</b> @Ada Asker 🎉<dl><dt>*f*</dt><dd><b>v</b></dd></dl>",
    ));
  test("elsewhere its signs are text, while mentions and emoji are live", () =>
    expect(markup(drawn(parts))).toBe("*p**t* @Ada Asker 🎉<dl><dt>*f*</dt><dd>*v*</dd></dl>"));
});

test("the fallback is shown where there is nothing else", () => {
  expect(markup(drawn({ fallback: "Only this", color: "good" }))).toBe("Only this");
  expect(markup(drawn({ fallback: "Not this", title: "Title" }))).toBe("Title");
});

test("a preview of a link holds blocks", () => {
  const root = drawn({
    is_app_unfurl: true,
    from_url: "https://x.example/room",
    fallback: "x",
    blocks: [{ type: "header", text: { type: "plain_text", text: "Karaoke" } }],
  });
  expect(markup(root)).toBe("<h3>Karaoke</h3>");
  const group = elementsIn(root).find((element) => attribute(element, "role") === "group");
  expect(group && attribute(group, "aria-label")).toBe("Preview of https://x.example/room");
});

describe("messages as tools and people send them", () => {
  const folder = new URL("../../fixtures/messages/", import.meta.url);
  test.each(readdirSync(folder))("%s is drawn, with every room that it names", (name) => {
    const { message, expected } = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as {
      message: unknown;
      expected: string[];
    };
    if (!isObject(message)) throw new Error("no message");
    const blocks = objectsOf(message["blocks"]);
    const attachments = objectsOf(message["attachments"]);
    const roots = [
      draw(h(Mrkdwn, { text: stringOf(message["text"]) ?? "", kit })),
      draw(h(Blocks, { blocks, kit })),
      draw(h(Attachments, { attachments, kit })),
    ];
    const seen = roots.map((root) => textOf(root) + hiddenIn(root)).join("\n");
    const hasFiles = objectsOf(message["files"]).length > 0;
    for (const room of hasFiles ? [] : expected) expect(seen).toContain(room);
    expect(seen).not.toMatch(/A (block|part) of type|An element of type/);
  });
});

/** Where an address or an image says it. */
function hiddenIn(root: TinyNode): string {
  const addresses = elementsIn(root).map((element) => attribute(element, "href"));
  return addresses
    .filter((address) => typeof address === "string")
    .map((address) => decodeURIComponent(address))
    .join("\n");
}
