import { describe, expect, test } from "vitest";
import { emojiAt, emojiNamed } from "../../../playground/page/block-kit/emoji.ts";

describe("names that Slack knows", () => {
  test.each([
    ["tada", "🎉"],
    ["+1", "👍"],
    ["thumbsup", "👍"],
    ["warning", "⚠️"],
    ["heart", "❤️"],
    ["white_check_mark", "✅"],
    ["red_circle", "🔴"],
    ["rotating_light", "🚨"],
    ["one", "1️⃣"],
    ["flag-de", "🇩🇪"],
    ["female-technologist", "👩‍💻"],
    ["rainbow-flag", "🏳️‍🌈"],
  ])("%s", (name, character) => expect(emojiNamed(name)).toBe(character));

  test.each(["01", "no_such_emoji", "", "constructor", "__proto__"])("not %j", (name) =>
    expect(emojiNamed(name)).toBeUndefined(),
  );
});

describe("skin tones", () => {
  test.each([
    ["+1", 2, "👍🏻"],
    ["+1", 6, "👍🏿"],
    ["point_up", 4, "☝🏽"],
    ["female-technologist", 5, "👩🏾‍💻"],
  ])("%s in tone %d", (name, tone, character) => expect(emojiNamed(name, tone)).toBe(character));

  test.each([1, 7, Number.NaN, 2.5])("there is no tone %d", (tone) =>
    expect(emojiNamed("+1", tone)).toBeUndefined(),
  );

  test("what has no skin has no tone", () => expect(emojiNamed("tada", 2)).toBeUndefined());
});

describe("in a text", () => {
  test("with a skin tone, in one", () =>
    expect(emojiAt("a :wave::skin-tone-3: b", 2)).toEqual({
      name: "wave",
      character: "👋🏼",
      length: 19,
    }));

  test("what has no skin leaves the tone to stand by itself", () =>
    expect(emojiAt(":tada::skin-tone-3:", 0)).toEqual({
      name: "tada",
      character: "🎉",
      length: 6,
    }));

  test.each([":01:", ":", "::", ":tada", ": tada:", ":Tada:"])("%j is none", (text) =>
    expect(emojiAt(text, 0)).toBeUndefined(),
  );
});
