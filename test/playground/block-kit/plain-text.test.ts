import { describe, expect, test } from "vitest";
import { plainString, readPlainText } from "../../../playground/page/block-kit/plain-text.ts";
import { ofNodes } from "./notation.ts";

const read = (text: unknown, emoji?: boolean): string =>
  ofNodes(readPlainText({ type: "plain_text", text, ...(emoji !== undefined && { emoji }) }));

describe("plain text", () => {
  test.each([
    ["*bold* _it_ `code` <@U1> <!here> https://x.example"],
    ["> quoted"],
    ["12:01:33"],
    ["<!date^1^{date}|x>"],
  ])("%s is shown as it is", (text) => expect(read(text)).toBe(text));

  test("has entities", () =>
    expect(read("&lt;!here&gt; &amp;lt; &quot;")).toBe("<!here> &lt; &quot;"));
  test("has lines", () => expect(read("a\nb\n\nc")).toBe("a↵b↵↵c"));

  test("has emoji, where it does not say no", () => {
    expect(read("a :tada: b :tada:")).toBe("a ⟨emoji:tada⟩ b ⟨emoji:tada⟩");
    expect(read(":tada:", true)).toBe("⟨emoji:tada⟩");
    expect(read(":tada:", false)).toBe(":tada:");
    expect(read(":x:tada::+1::skin-tone-2:", true)).toBe("⟨emoji:x⟩tada:⟨emoji:+1⟩");
  });

  test("is a string where nothing else can be shown", () => {
    expect(plainString({ type: "plain_text", text: "&lt;a&gt; :tada:" })).toBe("<a> 🎉");
    expect(plainString(undefined)).toBe("");
    expect(plainString("text")).toBe("");
  });

  test("that is none is empty", () => expect(read(7)).toBe(""));
});
