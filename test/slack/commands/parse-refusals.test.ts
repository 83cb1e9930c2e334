import { describe, expect, test } from "vitest";
import type { Notice } from "../../../src/cards/notices.ts";
import { parseCommand } from "../../../src/slack/commands/parse.ts";
import { defaultRoomPatterns } from "../../../src/slack/commands/room-links.ts";

function refusal(typed: string): Notice {
  const question = parseCommand(typed, defaultRoomPatterns);
  if (question.kind !== "refused") throw new Error(`not refused, but ${JSON.stringify(question)}`);
  return question.notice;
}

describe("an ID that is too long", () => {
  test("is counted, and nobody is blamed", () => {
    expect(refusal("x".repeat(49))).toEqual({
      title: "This is longer than a room ID can be",
      body: "A room ID has at most 48 characters; this has 49. Something else may have been copied with it.",
    });
  });
});

describe("a character that is in no room ID", () => {
  test("is shown with its number, and what may have been meant is suggested", () => {
    const notice = refusal("liv\u0435-8821");
    expect(notice.body).toContain("\u0435 (U+0435)");
    expect(notice.suggestion).toBe("/room live-8821");
  });

  test.each([
    ["a dash", "live–8821", "/room live-8821"],
    ["a minus", "live−8821", "/room live-8821"],
    ["an ellipsis", "live…", "/room live..."],
    ["a ligature", "ﬁre", "/room fire"],
    ["circled digits", "live-①", "/room live-1"],
    ["Cyrillic capitals", "\u0410\u0412\u0421", "/room ABC"],
  ])("%s has a plain look-alike", (_, typed, suggestion) => {
    expect(refusal(typed).suggestion).toBe(suggestion);
  });

  test.each(["直播间", "live-😀", "café"])("%s has none, so nothing is made up", (typed) => {
    expect(refusal(typed)).not.toHaveProperty("suggestion");
  });

  test("that can't be seen is named by its number alone", () => {
    expect(refusal("a\u0000b\u0000").body).toMatch(/This has: U\+0000\.$/);
    expect(refusal("a\ud800").body).toContain("U+D800");
  });

  test("is named for the first five kinds, no more", () => {
    expect(refusal("直播间房间号一二三").body.match(/U\+/g)).toHaveLength(5);
  });

  test("is named first where the text is too long as well", () => {
    expect(refusal("é".repeat(100)).title).toBe("A character here is in no room ID");
  });

  test("leads to a suggestion that is a look-up, not another command", () => {
    const { suggestion = "" } = refusal("h\u0435lp");
    expect(parseCommand(suggestion.replace("/room ", ""), [])).toEqual({
      kind: "look-up",
      id: "help",
      share: false,
    });
  });
});

describe("an option that is not known", () => {
  test.each(["live-1 --json", "--public live-1", "live-1 --sharee", "live-1 —private"])(
    "%s is refused, and how to quote is said",
    (typed) => {
      const notice = refusal(typed);
      expect(notice.title).toBe("This option is not known");
      expect(notice.body).toMatch(/--share.*double quotes/);
    },
  );

  test("leads to no suggestion that shares what nobody asked to share", () => {
    expect(refusal("live-1 --private").suggestion ?? "").not.toContain("--share");
  });

  test("keeps the option to share in the suggestion where it was typed", () => {
    expect(refusal("live-1 --json --share").suggestion).toBe("/room live-1 --share");
  });
});

describe("a mention", () => {
  test.each([
    "<@U0123ABC>",
    "<@U0123ABC|ada>",
    "<@W0123ABC>",
    "<#C0123ABC|general>",
    "<#C0123ABC>",
    "<#C0123ABC|>",
    "<!subteam^S0123ABC|@hosts>",
    "<!subteam^S0123ABC>",
    "<!channel>",
    "<!here>",
    "<!everyone>",
    "<!here|here>",
  ])("%s is a person or channel, not a room", (typed) => {
    expect(refusal(typed)).toMatchObject({
      title: "This is a person or channel of Slack",
      suggestion: "/room live-8821",
    });
  });
});

describe("what is proposed in place of an unknown option", () => {
  test.each([
    ["live-1 --json", "/room live-1"],
    ["live-1 --share --json", "/room live-1 --share"],
    // Found by fuzzing: each of these proposed what would be refused in its turn.
    ['—share" —', "/room live-8821"],
    ["live-1 --a --b", "/room live-8821"],
    ["räume --json", "/room live-8821"],
    // Slack would escape it once more when it is typed.
    ["a&amp;b --json", "/room live-8821"],
  ])("for %j is taken: %s", (typed, suggestion) => {
    expect(refusal(typed)).toMatchObject({ title: "This option is not known", suggestion });
    expect(parseCommand(suggestion.replace("/room ", ""), defaultRoomPatterns).kind).toBe(
      "look-up",
    );
  });
});
