import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clean,
  clipEscaped,
  escapeMarkup,
  foreignInText,
  foreignPlain,
} from "../../src/cards/text.ts";
import { hostileText } from "./arbitrary.ts";
import { fastest } from "../support/fastest.ts";

function unescapeMarkup(text: string): string {
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}

describe("escaping", () => {
  test("turns & < > into entities, and nothing else", () => {
    expect(escapeMarkup(`<!channel> & "co" 'x' *b* \`c\``)).toBe(
      `&lt;!channel&gt; &amp; "co" 'x' *b* \`c\``,
    );
  });

  test("can be undone for any text", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(unescapeMarkup(escapeMarkup(text))).toBe(text);
      }),
    );
  });
});

describe("clipping", () => {
  test("leaves a text alone that fits to the last character", () => {
    expect(clipEscaped("abcde", 5)).toBe("abcde");
    expect(clipEscaped("a<", 5)).toBe("a&lt;");
  });

  test("ends a longer one with an ellipsis", () => {
    expect(clipEscaped("abcdef", 5)).toBe("abcd…");
  });

  test("cuts neither an entity nor an emoji in two", () => {
    expect(clipEscaped("ab<cd", 6)).toBe("ab…");
    expect(clipEscaped("abc😀d", 5)).toBe("abc…");
  });

  test("for any text: within the limit, whole characters of the beginning, in order", () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 400 }), (text, most) => {
        const wellFormed = text.toWellFormed();
        const clipped = clipEscaped(wellFormed, most);
        expect(clipped.length).toBeLessThanOrEqual(most);
        expect(clipped.isWellFormed()).toBe(true);
        const isWhole = clipped === escapeMarkup(wellFormed);
        const kept = isWhole ? clipped : clipped.slice(0, -1);
        expect(kept).not.toMatch(/&(?!(?:amp|lt|gt);)|[<>]/);
        expect(wellFormed.startsWith(unescapeMarkup(kept))).toBe(true);
      }),
    );
  });
});

describe("cleaning", () => {
  test.each([
    ["control characters", "a\u0000b\u001b[31mc", "a b [31mc"],
    ["line breaks", "a\r\nb\u2028c", "a b c"],
    ["bidirectional overrides", "a\u202eb\u2066c\u200f", "a b c"],
    ["invisible characters", "a\u200bb\u2060c\ufeff", "a b c"],
    ["half an emoji", "a\ud83d", "a\ufffd"],
  ])("takes out %s", (_, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  test.each(["👩‍👩‍👧", "Ünïcödé", "日本語", "مرحبا", "❤️"])("keeps %s as it is", (text) => {
    expect(clean(text)).toBe(text);
  });

  test("takes no joiner out of an emoji because something unprintable stands before it", () => {
    expect(clean("a\u0000👩‍👧")).toBe("a 👩‍👧");
  });
});

describe("foreign text", () => {
  test.each(["", "   ", "\u202e\u200b", "\n", "\u200d", "\u200d \u200d", "\u2800", "\ufe0f"])(
    "of nothing visible (%j) is said to be blank",
    (text) => {
      expect(foreignPlain(text, 100)).toBe("(blank)");
      expect(foreignInText(text, 100)).toBe("(blank)");
    },
  );

  test.each([
    "https://evil.example",
    "HTTP://evil.example",
    "see https://evil.example",
    "_https://evil.example_",
    "1https://evil.example",
    "éhttps://evil.example",
    "slack://channel?id=C1",
    "mailto:a@evil.example",
    "_mailto:a@evil.example",
  ])("makes no link of %s in top-level text", (text) => {
    expect(foreignInText(text, 100)).not.toMatch(/:\/\/|mailto:[a-z]/i);
  });

  test("reads the same when its link was taken apart", () => {
    const text = "see https://evil.example/a:b";
    expect(foreignInText(text, 100).replaceAll("\u2060", "")).toBe(text);
  });

  test.each(["a", "a.", "<", "&", "https://", "\u202e", "a\u202e", "😀", "\ud83d", " ", "mailto:"])(
    "100 KB of %j are made harmless within 50 ms",
    (piece) => {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      const own = fastest(50, () => [foreignInText(text, 300), foreignPlain(text, 300)]);
      expect(own).toBeLessThan(50);
    },
  );
});
