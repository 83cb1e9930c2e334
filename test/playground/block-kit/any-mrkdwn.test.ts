import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMrkdwn } from "../../../playground/page/block-kit/mrkdwn.ts";
import type { Inline } from "../../../playground/page/block-kit/mrkdwn-nodes.ts";
import { allNodes, ofNodes, visibleText } from "./notation.ts";

const pieces = [
  ..."*_~`<>&|:;^!@# \n.aé1",
  "```",
  "&lt;",
  "&gt;",
  "&amp;",
  "<@U1>",
  "<!here>",
  "<https://x.example|y>",
  "https://x.example",
  ":tada:",
  "🙂",
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
);
const runs = { numRuns: 2000 };

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Without what styles, quotes and blocks of code take away. */
const bare = (text: string): string => text.replace(/[*_~`>\s]/g, "");

const live = new Set(["link", "user", "channel", "group", "broadcast", "date"]);

describe("whatever the text", () => {
  test("it is read, with and without styles", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), fc.boolean(), (text, verbatim, styles) => {
        expect(() => readMrkdwn(text, { verbatim, styles })).not.toThrow();
      }),
      runs,
    );
  });

  test("escaped, it is shown whole, and nothing in it is live", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const passages = readMrkdwn(escaped(text), { verbatim: true });
        expect(allNodes(passages).filter(({ kind }) => live.has(kind))).toEqual([]);
        expect(bare(visibleText(passages))).toBe(bare(text));
      }),
      runs,
    );
  });

  test("escaped, it has no mention and no date, even where bare addresses are links", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const kinds = allNodes(readMrkdwn(escaped(text))).map(({ kind }) => kind);
        expect(kinds.filter((kind) => live.has(kind) && kind !== "link")).toEqual([]);
      }),
      runs,
    );
  });

  test("without styles, every character of an escaped text is shown", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const passages = readMrkdwn(escaped(text), { verbatim: true, styles: false });
        expect(visibleText(passages)).toBe(text);
      }),
      runs,
    );
  });
});

const word = fc.constantFrom("live", "room", "8821", "a&b", "<x>", "ünïcode");
const text = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((words): Inline => ({ kind: "text", text: words.join(" ") }));

function styled(kinds: readonly ("bold" | "italic" | "strike")[]): fc.Arbitrary<Inline> {
  if (kinds.length === 0) return text;
  return fc
    .constantFrom(...kinds)
    .chain((kind) =>
      fc
        .oneof(text, styled(kinds.filter((other) => other !== kind)))
        .map((node): Inline => ({ kind, nodes: [node] })),
    );
}

const signs = { bold: "*", italic: "_", strike: "~" } as const;

function written(node: Inline): string {
  if (node.kind === "text") return escaped(node.text);
  if (node.kind === "bold" || node.kind === "italic" || node.kind === "strike") {
    return `${signs[node.kind]}${node.nodes.map(written).join("")}${signs[node.kind]}`;
  }
  return "";
}

test("styles that were written are read back", () => {
  fc.assert(
    fc.property(fc.array(styled(["bold", "italic", "strike"]), { minLength: 1 }), (nodes) => {
      const [passage] = readMrkdwn(nodes.map(written).join(", "), { verbatim: true });
      const expected = nodes.map((node) => ofNodes([node])).join(", ");
      expect(ofNodes(passage?.nodes ?? [])).toBe(expected);
    }),
    runs,
  );
});
