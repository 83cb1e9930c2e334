import { expect, test } from "vitest";
import { excerpt, plainText, typedText } from "../../../playground/page/slack/pure/plain-text.ts";

const names = {
  user: (id: string) => (id === "UADA" ? "Ada Asker" : undefined),
  channel: (id: string) => (id === "C1" ? "support" : undefined),
};

test.each([
  ["<@UADA> hi", "@Ada Asker hi", "@Ada Asker hi"],
  ["<@UNOBODY|nobody>", "@nobody", "@UNOBODY"],
  ["in <#C1|old-name>", "in #support", "in #support"],
  ["in <#C9|far>", "in #far", "in #far"],
  ["<!here> <!subteam^S1|@oncall>", "@here @oncall", "@here @oncall"],
  ["<https://a.example/?a=1&amp;b=2|here>", "here", "https://a.example/?a=1&b=2"],
  ["&lt;@UADA&gt; &amp;amp; 1 &lt; 2", "<@UADA> &amp; 1 < 2", "<@UADA> &amp; 1 < 2"],
])("%s", (text, plain, typed) => {
  expect(plainText(text, names)).toBe(plain);
  expect(typedText(text, names)).toBe(typed);
});

test("an excerpt is one line, and never half a character", () => {
  expect(excerpt(" two\n lines ", 20)).toBe("two lines");
  expect(excerpt("🎤🎤🎤🎤", 3)).toBe("🎤🎤…");
});
