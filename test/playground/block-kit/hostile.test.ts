import { h, type ComponentChild } from "preact";
import { describe, expect, test } from "vitest";
import { Attachments } from "../../../playground/page/block-kit/attachments.tsx";
import { Blocks } from "../../../playground/page/block-kit/blocks.tsx";
import { attribute, draw, elementsIn, kit, textOf } from "./drawn.ts";
import { hostileMarkup, hostileStrings } from "./hostile-strings.ts";

type Place = (text: string) => ComponentChild;

const blocks = (...list: Record<string, unknown>[]): ComponentChild =>
  h(Blocks, { blocks: list, kit });
const attachment = (one: Record<string, unknown>): ComponentChild =>
  h(Attachments, { attachments: [one], kit });
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const plain = (text: string) => ({ type: "plain_text", text: escaped(text), emoji: false });
const rich = (type: string, elements: Record<string, unknown>[]): ComponentChild =>
  blocks({ type: "rich_text", elements: [{ type, elements }] });
const line = (text: string) => ({ type: "rich_text_section", elements: [{ type: "text", text }] });

/** Where signs are characters. */
const plainPlaces: Readonly<Record<string, Place>> = {
  "plain text of a section": (text) => blocks({ type: "section", text: plain(text) }),
  "a field": (text) => blocks({ type: "section", fields: [plain(text)] }),
  "a header": (text) => blocks({ type: "header", text: plain(text) }),
  context: (text) => blocks({ type: "context", elements: [plain(text)] }),
  "a button": (text) =>
    blocks({ type: "actions", elements: [{ type: "button", text: plain(text), value: text }] }),
  "a button with an address": (text) =>
    blocks({ type: "actions", elements: [{ type: "button", text: plain(text), url: text }] }),
  "rich text": (text) => rich("rich_text_section", [{ type: "text", text }]),
  "a quote of rich text": (text) => rich("rich_text_quote", [{ type: "text", text }]),
  "preformatted rich text": (text) => rich("rich_text_preformatted", [{ type: "text", text }]),
  "bold code in rich text": (text) =>
    rich("rich_text_section", [{ type: "text", text, style: { bold: true, code: true } }]),
  "a list": (text) => rich("rich_text_list", [line(text)]),
  "the address of a link in rich text": (text) =>
    rich("rich_text_section", [{ type: "link", url: text }]),
  "the label of a link in rich text": (text) =>
    rich("rich_text_section", [{ type: "link", url: "https://x.example", text }]),
  "a color of rich text": (text) => rich("rich_text_section", [{ type: "color", value: text }]),
  "a table": (text) => blocks({ type: "table", rows: [[{ type: "raw_text", text }]] }),
  "an image's name": (text) => blocks({ type: "image", alt_text: escaped(text) }),
  "a title of an attachment": (text) => attachment({ title: escaped(text), title_link: text }),
  "an author of an attachment": (text) =>
    attachment({ author_name: escaped(text), author_link: text }),
  "a button of an attachment": (text) =>
    attachment({ actions: [{ type: "button", text: escaped(text), url: text }] }),
  "a field of an attachment": (text) =>
    attachment({ color: text, fields: [{ title: "", value: escaped(text) }] }),
  "the text of an attachment": (text) => attachment({ text: escaped(text) }),
  "the footer of an attachment": (text) => attachment({ footer: escaped(text) }),
  "the fallback of an attachment": (text) => attachment({ fallback: escaped(text) }),
};

/** Where signs are markup. */
const markupPlaces: Readonly<Record<string, Place>> = {
  "escaped markup": (text) =>
    blocks({ type: "section", text: { type: "mrkdwn", text: escaped(text), verbatim: true } }),
  "escaped markup in bold": (text) =>
    blocks({ type: "section", text: { type: "mrkdwn", text: `*${escaped(text)}*` } }),
  "a styled field of an attachment": (text) =>
    attachment({
      fields: [{ title: "", value: escaped(text), short: true }],
      mrkdwn_in: ["fields"],
    }),
};

const allowed = new Set(
  "div span b i s code pre blockquote br a button h3 ul ol li dl dt dd table thead tbody tr th td figure".split(
    " ",
  ),
);

function expectHarmless(drawn: ReturnType<typeof draw>): void {
  for (const element of elementsIn(drawn)) {
    expect(allowed).toContain(element.localName);
    for (const [name, value] of element.attributes) {
      expect(name).toMatch(
        /^(class|href|rel|target|role|title|aria-\w+|type|disabled|scope|start)$/,
      );
      const isSafe = /^(https?:\/\/|mailto:|tel:|slack:\/\/)/i.test(String(value));
      expect(name !== "href" || isSafe).toBe(true);
    }
    expect(attribute(element, "class") ?? "").not.toContain("bk-mention");
    const rel = element.localName === "a" ? "noopener noreferrer" : undefined;
    expect(attribute(element, "rel")).toBe(rel);
    for (const value of element.style.values()) expect(value).toMatch(/^#[0-9a-f]{3,6}$/i);
  }
}

const bare = (shown: string): string => shown.replace(/[*_~`>\s]/g, "");

describe("hostile strings", () => {
  test.each(Object.entries({ ...plainPlaces, ...markupPlaces }))(
    "are shown, and are nothing else, in %s",
    (_place, vnodeOf) => {
      for (const text of hostileStrings) {
        const drawn = draw(vnodeOf(text));
        expectHarmless(drawn);
        expect(textOf(drawn)).toBe(text);
      }
    },
  );

  test.each(Object.entries(plainPlaces))("have no style in %s", (_place, vnodeOf) => {
    for (const text of hostileMarkup) {
      const drawn = draw(vnodeOf(text));
      expectHarmless(drawn);
      expect(textOf(drawn)).toBe(text);
    }
  });

  test.each(Object.entries(markupPlaces))("have styles at most in %s", (_place, vnodeOf) => {
    for (const text of hostileMarkup) {
      const drawn = draw(vnodeOf(text));
      expectHarmless(drawn);
      expect(bare(textOf(drawn))).toBe(bare(text));
    }
  });
});
