import { describe, expect, test } from "vitest";
import { parseCommand, type Question } from "../../../src/slack/commands/parse.ts";
import { defaultRoomPatterns } from "../../../src/slack/commands/room-links.ts";

const parse = (typed: string): Question => parseCommand(typed, defaultRoomPatterns);
const lookUp = (id: string, share = false) => ({ kind: "look-up", id, share });
const help = { kind: "help" };

describe("an ID as it is typed", () => {
  test.each([
    ["plain", "live-8821", "live-8821"],
    ["with blanks around it", "  live-8821 \t\n", "live-8821"],
    ["with blanks inside", "Friday night show", "Friday night show"],
    ["with two blanks inside, since both count", "a  b", "a  b"],
    ["with blanks of another keyboard", "a\u00a0b\u3000c", "a b c"],
    ["with invisible characters from a web page", "\u200blive\u2060-8821\ufeff\u200e", "live-8821"],
    ["with a soft hyphen from a web page", "live\u00ad-8821", "live-8821"],
    ["with escaped signs", "a&amp;b&lt;c&gt;d", "a&b<c>d"],
    ["with an entity that was typed as such", "&amp;lt;", "&lt;"],
    [
      "with every sign that Tencent's kit allows",
      "!#$%&()+-:;<=.>?@[]^_{}|~,",
      "!#$%&()+-:;<=.>?@[]^_{}|~,",
    ],
    ["in full-width letters and digits", "ｌｉｖｅ－８８２１", "live-8821"],
    ["with hyphens inside", "a--b", "a--b"],
    ["that only begins like a command", "helpdesk", "helpdesk"],
    ["that only begins like another", "error-room", "error-room"],
    ["of two words, the first a word for codes", "code red", "code red"],
    ["at 48 bytes", "x".repeat(48), "x".repeat(48)],
  ])("%s", (_, typed, id) => {
    expect(parse(typed)).toEqual(lookUp(id));
  });
});

describe("quotes, back-ticks and brackets", () => {
  test.each([
    ["double quotes", '"live 1"', "live 1"],
    ["single quotes", "'live 1'", "live 1"],
    ["curly quotes", "“live 1”", "live 1"],
    ["curly single quotes", "‘live 1’", "live 1"],
    ["German quotes", "„live 1“", "live 1"],
    ["French quotes", "«live 1»", "live 1"],
    ["back-ticks", "`live-1`", "live-1"],
    ["a code fence", "```live-1```", "live-1"],
    ["quotes inside back-ticks", '`"live 1"`', "live 1"],
    ["brackets", "<live-1>", "live-1"],
    ["brackets with a label", "<live-1|shown>", "live-1"],
  ])("%s are taken off", (_, typed, id) => {
    expect(parse(typed)).toEqual(lookUp(id));
  });

  test.each([
    ["help", '"help"', "help"],
    ["a code question", '"error 60010"', "error 60010"],
    ["brackets", '"<live-1>"', "<live-1>"],
    ["a mention", '"<@U0123ABC>"', "<@U0123ABC>"],
    ["a link", '"https://a.b/rooms/c"', "https://a.b/rooms/c"],
    ["blanks at the ends", '" a "', " a "],
    ["a leading flag", '"--share"', "--share"],
    ["a flag at the end", '"live --share"', "live --share"],
    ["two hyphens inside", '"live --b"', "live --b"],
    ["escaped signs, which Slack escapes in quotes too", '"a&amp;b"', "a&b"],
  ])("quotes make a literal of %s", (_, typed, id) => {
    expect(parse(typed)).toEqual(lookUp(id));
  });

  test.each(['""', "''", "``", "“”"])("nothing between %s is no ID", (typed) => {
    expect(parse(typed)).toMatchObject({ kind: "refused", notice: { title: "Which room?" } });
  });

  test("a quote at one end alone belongs to the ID", () => {
    expect(parse('"live')).toEqual(lookUp('"live'));
  });
});

describe("--share", () => {
  test.each([
    "live-1 --share",
    "--share live-1",
    "live-1 --SHARE",
    "live-1 —share",
    "—share live-1",
    "live-1 –share",
    "live-1 －－share",
    "live-1   --share  ",
    "--share live-1 --share",
    '"live-1" --share',
    "`live-1` --share",
    "<live-1> --share",
    "https://example.com/rooms/live-1 --share",
  ])("%s shares the look-up", (typed) => {
    expect(parse(typed)).toEqual(lookUp("live-1", true));
  });

  test("in the middle of an ID is part of it", () => {
    expect(parse("a --share b")).toEqual(lookUp("a --share b"));
  });

  test("alone asks which room", () => {
    expect(parse("--share")).toMatchObject({
      kind: "refused",
      notice: { title: "Which room?", suggestion: "/room live-8821 --share" },
    });
  });
});

describe("the help", () => {
  test.each([
    "",
    "   ",
    "\u200b",
    "\n",
    "help",
    "HELP",
    " Help ",
    "help me",
    "?",
    "-h",
    "--help",
    "—help",
  ])("%j", (typed) => {
    expect(parse(typed)).toEqual(help);
  });
});
