import { describe, expect, test } from "vitest";
import { parseCommand } from "../../../src/slack/commands/parse.ts";
import { defaultRoomPatterns, roomInLink } from "../../../src/slack/commands/room-links.ts";

const parse = (typed: string, patterns = defaultRoomPatterns) => parseCommand(typed, patterns);
const lookUp = (id: string) => ({ kind: "look-up", id, share: false });

describe("a link that names a room", () => {
  test.each([
    ["by its path", "https://example.com/rooms/live-1", "live-1"],
    ["by a path in the singular", "https://example.com/room/live-1", "live-1"],
    ["by the path of a live", "https://example.com/live/live-1", "live-1"],
    ["by a path of both words", "https://example.com/live-rooms/live-1", "live-1"],
    ["by a path behind a hash", "https://example.com/#/room/live-1", "live-1"],
    ["with more behind it", "https://example.com/rooms/live-1/stats?tab=2#top", "live-1"],
    ["by roomId in its query", "https://example.com/?a=b&roomId=live-1&c=d", "live-1"],
    ["by room_id", "https://example.com/?room_id=live-1", "live-1"],
    ["by room", "https://example.com/?room=live-1", "live-1"],
    ["by liveId, in capitals", "HTTPS://EXAMPLE.COM/?LIVEID=live-1", "live-1"],
    ["with its ID encoded", "https://example.com/rooms/a%20b%26c", "a b&c"],
    ["with an encoding that is broken", "https://example.com/rooms/100%", "100%"],
    ["with ampersands that Slack escaped", "https://e.com/?a=b&amp;room=live-1", "live-1"],
    ["in Slack's brackets", "<https://example.com/rooms/live-1>", "live-1"],
    ["in brackets with a label", "<https://example.com/rooms/live-1|example.com/…>", "live-1"],
    ["in back-ticks", "`https://example.com/rooms/live-1`", "live-1"],
    ["in full-width signs", "ｈｔｔｐｓ：／／example.com／rooms／live-1", "live-1"],
    ["below a folder of the other word", "https://example.com/live/room/live-1", "live-1"],
  ])("%s", (_, typed, id) => {
    expect(parse(typed)).toEqual(lookUp(id));
  });

  test("without its scheme, as Slack makes a link of it, names the room too", () => {
    expect(parse("<http://example.com/rooms/live-1|example.com/rooms/live-1>")).toEqual(
      lookUp("live-1"),
    );
  });
});

describe("an ID that Slack took for an address", () => {
  test.each([
    ["a domain", "<http://live.example|live.example>", "live.example"],
    ["a domain with https", "<https://live.example|live.example>", "live.example"],
    ["a mail address", "<mailto:a@live.example|a@live.example>", "a@live.example"],
    ["a domain in capitals", "<http://live.example|Live.Example>", "Live.Example"],
  ])("%s", (_, typed, id) => {
    expect(parse(typed)).toEqual(lookUp(id));
  });
});

describe("a link that names none", () => {
  test.each(["https://example.com", "https://example.com/about", "<https://example.com/|click>"])(
    "%s is refused, with what to do",
    (typed) => {
      expect(parse(typed)).toEqual({
        kind: "refused",
        notice: {
          title: "No room in this link",
          body: expect.stringContaining("Copy the ID out of it") as unknown,
          suggestion: "/room live-8821",
        },
      });
    },
  );

  test("whose room can't be an ID is refused for that", () => {
    expect(parse(`https://example.com/rooms/${"x".repeat(49)}`)).toMatchObject({
      kind: "refused",
      notice: { title: "This is longer than a room ID can be" },
    });
    expect(parse("https://example.com/rooms/a%00b")).toMatchObject({ kind: "refused" });
  });
});

describe("the operator's own patterns", () => {
  const own = { name: "console", pattern: /console\.example\.com\/r\/([^/?#]+)/i };

  test("find a room where the usual ones find none", () => {
    const link = "https://console.example.com/r/live-1?x=y";
    expect(parse(link)).toMatchObject({ kind: "refused" });
    expect(parse(link, [own, ...defaultRoomPatterns])).toEqual(lookUp("live-1"));
  });

  test("come first", () => {
    const link = "https://console.example.com/r/right?room=wrong";
    expect(parse(link, [own, ...defaultRoomPatterns])).toEqual(lookUp("right"));
  });

  test("that catch nothing in their group leave the link to the next", () => {
    const patterns = [{ name: "empty", pattern: /rooms\/(x*)/ }, ...defaultRoomPatterns];
    expect(roomInLink("https://example.com/rooms/live-1", patterns)).toBe("live-1");
  });
});
