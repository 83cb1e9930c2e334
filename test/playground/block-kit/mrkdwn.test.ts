import { describe, expect, test } from "vitest";
import { readMrkdwn } from "../../../playground/page/block-kit/mrkdwn.ts";
import { notation } from "./notation.ts";

/** https://docs.slack.dev/messaging/formatting-message-text */
const read = (text: string): string => notation(readMrkdwn(text));

describe("styles", () => {
  test.each([
    ["*bold* text", "⟨bold:bold⟩ text"],
    ["_italic_ text", "⟨italic:italic⟩ text"],
    ["~struck~ text", "⟨strike:struck⟩ text"],
    ["This is `code` here", "This is ⟨code:code⟩ here"],
    ["*_both_*", "⟨bold:⟨italic:both⟩⟩"],
    ["_~*all*~_", "⟨italic:⟨strike:⟨bold:all⟩⟩⟩"],
    ["(*in brackets*), *before a stop*.", "(⟨bold:in brackets⟩), ⟨bold:before a stop⟩."],
    ["*two words* and *more*", "⟨bold:two words⟩ and ⟨bold:more⟩"],
    ["*Alert:* `critical`", "⟨bold:Alert:⟩ ⟨code:critical⟩"],
    ["*bold with `code` in it*", "⟨bold:bold with ⟨code:code⟩ in it⟩"],
    ["🙂*bold*🙂", "🙂⟨bold:bold⟩🙂"],
  ])("%s", (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    "snake_case_name and 2*3*4",
    "mid*word*s",
    "日本語*太字*です",
    "* not bold*",
    "*not bold *",
    "**Firing**",
    "**",
    "* *",
    "~5 to ~10 people",
    "*never closed",
    "closed* alone",
    "`never closed",
    "` `",
    "``",
    "5 * 3 * 2",
    "__init__",
  ])("%s stays as it is", (text) => expect(read(text)).toBe(text));

  test("end with their line", () => expect(read("*one\ntwo*")).toBe("*one↵two*"));
  test("that cross: the inner one, which is never closed, is text", () =>
    expect(read("_a *b_ c*")).toBe("⟨italic:a *b⟩ c*"));
  test("do not work in code", () => {
    expect(read("`*a* _b_ :tada:`")).toBe("⟨code:*a* _b_ :tada:⟩");
    expect(read("```*a* :tada:```")).toBe("⟨preformatted:*a* :tada:⟩");
  });
});

describe("blocks of lines", () => {
  test.each([
    ["> quoted\nnot", "⟨quote:quoted⟩¶not"],
    ["&gt; quoted\n&gt;too", "⟨quote:quoted↵too⟩"],
    ["one\n> *two*", "one¶⟨quote:⟨bold:two⟩⟩"],
    [">>> all\nof it\n> this", "⟨quote:all↵of it↵> this⟩"],
    ["a > b", "a > b"],
    ["• one\n• two", "• one↵• two"],
    ["one\n\nthree", "one↵↵three"],
    ["failed\n```{\n  1\n}```\nagain", "failed¶⟨preformatted:{\n  1\n}⟩¶again"],
    ["```\nx\n```", "⟨preformatted:x⟩"],
    ["``` ```", "``` ```"],
    ["```never closed", "```never closed"],
    ["", ""],
  ])("%j", (text, expected) => expect(read(text)).toBe(expected));
});

describe("what stands between < and >", () => {
  test.each([
    ["<https://example.com|a *site*>", "⟨link https://example.com:a ⟨bold:site⟩⟩"],
    ["<http://example.com>", "⟨link http://example.com:http://example.com⟩"],
    ["*<https://example.com|x>*", "⟨bold:⟨link https://example.com:x⟩⟩"],
    ["<https://e.com/?a=1&amp;b=2|x>", "⟨link https://e.com/?a=1&b=2:x⟩"],
    ["<mailto:bob@example.com|Bob>", "⟨link mailto:bob@example.com:Bob⟩"],
    ["<mailto:bob@example.com>", "⟨link mailto:bob@example.com:bob@example.com⟩"],
    ["<slack://channel?id=1|x>", "⟨link slack://channel?id=1:x⟩"],
    ["`<https://example.com|x>`", "⟨code:⟨link https://example.com:x⟩⟩"],
    ["<@U012AB3CD>", "⟨user U012AB3CD⟩"],
    ["<@W012AB3CD|ada>", "⟨user W012AB3CD:ada⟩"],
    ["<#C123ABC456|support>", "⟨channel C123ABC456:support⟩"],
    ["<!subteam^SAZ94GDB8|@oncall>", "⟨group SAZ94GDB8:@oncall⟩"],
    [
      "<!here> <!channel|channel> <!everyone>",
      "⟨broadcast:here⟩ ⟨broadcast:channel⟩ ⟨broadcast:everyone⟩",
    ],
    [
      "<!date^1392734382^Posted {date_num} {time_secs}|Posted 2014-02-18>",
      "⟨date 1392734382 Posted {date_num} {time_secs} -:Posted 2014-02-18⟩",
    ],
    [
      "<!date^1392734382^{date_short}^https://example.com/|Feb 18>",
      "⟨date 1392734382 {date_short} https://example.com/:Feb 18⟩",
    ],
    ["<!date^1^{date}^javascript:alert(1)|x>", "⟨date 1 {date} -:x⟩"],
    ["<!date^never^{date}|on Friday>", "on Friday"],
    ["<!unknown|label>", "label"],
    ["<!unknown>", "<!unknown>"],
    ["<@nobody>", "<@nobody>"],
    ["<javascript:alert(1)|click>", "<javascript:alert(1)|click>"],
    ["<data:text/html,x>", "<data:text/html,x>"],
    ["<b>*x*</b>", "<b>⟨bold:x⟩</b>"],
    ["<@U012AB3CD", "<@U012AB3CD"],
    ["<<@U012AB3CD>>", "<⟨user U012AB3CD⟩>"],
    ["<>", "<>"],
  ])("%s", (text, expected) =>
    expect(notation(readMrkdwn(text, { verbatim: true }))).toBe(expected),
  );
});

describe("entities are decoded last, once, and only three", () => {
  test.each([
    ["&lt;!channel&gt;", "<!channel>"],
    ["&lt;@U012AB3CD&gt; &lt;https://x.example|y&gt;", "<@U012AB3CD> <https://x.example|y>"],
    ["&lt;!date^1^{date}|x&gt;", "<!date^1^{date}|x>"],
    ["&amp;lt;", "&lt;"],
    ["&amp;amp;", "&amp;"],
    ["&quot;&nbsp;&#60;", "&quot;&nbsp;&#60;"],
    ["`&lt;b&gt;`", "⟨code:<b>⟩"],
    ["*&lt;*", "⟨bold:<⟩"],
    ["&*lt*;", "&⟨bold:lt⟩;"],
  ])("%s", (text, expected) =>
    expect(notation(readMrkdwn(text, { verbatim: true }))).toBe(expected),
  );
});

describe("bare addresses", () => {
  test.each([
    [
      "see https://example.com/a_b_c.",
      "see ⟨link https://example.com/a_b_c:https://example.com/a_b_c⟩.",
    ],
    ["(https://example.com)", "(⟨link https://example.com:https://example.com⟩)"],
    ["*https://example.com*", "⟨bold:⟨link https://example.com:https://example.com⟩⟩"],
    ["HTTPS://example.com/?a&amp;", "⟨link HTTPS://example.com/?a&:HTTPS://example.com/?a&⟩"],
    ["&lt;https://example.com&gt;", "<⟨link https://example.com:https://example.com⟩>"],
    ["xhttps://example.com", "xhttps://example.com"],
    ["https://", "https://"],
    ["https:\u2060//example.com", "https:\u2060//example.com"],
    ["`https://example.com`", "⟨code:https://example.com⟩"],
  ])("%s", (text, expected) => expect(read(text)).toBe(expected));

  test("stay text where the text is verbatim", () =>
    expect(notation(readMrkdwn("https://example.com", { verbatim: true }))).toBe(
      "https://example.com",
    ));
});

describe("emoji", () => {
  test.each([
    ["done :tada:!", "done ⟨emoji:tada⟩!"],
    [":+1::skin-tone-2:", "⟨emoji:+1⟩"],
    ["at 12:01:33", "at 12:01:33"],
    [":no-such-emoji:", ":no-such-emoji:"],
    ["::tada::", ":⟨emoji:tada⟩:"],
    ["a:b", "a:b"],
  ])("%s", (text, expected) => expect(read(text)).toBe(expected));
});

test("a text without styles keeps its signs, and its tokens live", () => {
  const text = "> *a* `b` <@U1|x> :tada:";
  expect(notation(readMrkdwn(text, { styles: false }))).toBe("> *a* `b` ⟨user U1:x⟩ ⟨emoji:tada⟩");
});
