import { describe, expect, test } from "vitest";
import { parseCommand } from "../../../src/slack/commands/parse.ts";
import { defaultRoomPatterns } from "../../../src/slack/commands/room-links.ts";

const parse = (typed: string) => parseCommand(typed, defaultRoomPatterns);
const person = "U0ASKER0001";

describe("an audit", () => {
  test.each<[string, string | undefined, string | undefined]>([
    ["audit", undefined, undefined],
    ["Audit ", undefined, undefined],
    ["audit live-1", "live-1", undefined],
    ["audit https://example.com/rooms/live-1", "live-1", undefined],
    [`audit by ${person}`, undefined, person],
    [`audit by @${person}`, undefined, person],
    [`audit by &lt;@${person}&gt;`, "by <@U0ASKER0001>", undefined],
    [`audit by <@${person}>`, undefined, person],
    [`audit by <@${person}|ada>`, undefined, person],
    [`audit live-1 by ${person}`, "live-1", person],
    [`audit live-1 BY ${person.toLowerCase()}`, "live-1", person],
    [`audit "live-1" by ${person}`, "live-1", person],
    ['audit "stand by me"', "stand by me", undefined],
    ["audit stand by me", "stand by me", undefined],
    [`audit "x by ${person}"`, `x by ${person}`, undefined],
  ])("%s", (typed, room, by) => {
    expect(parse(typed)).toEqual({ kind: "audit", room, person: by });
  });

  test.each([
    ["audit by @ada", "Which person?"],
    ["audit live-1 by @ada.l", "Which person?"],
    ["audit live-1 --share", "This is never shared"],
    ["audit räume", "A character here is in no room ID"],
  ])("%s is refused: %s", (typed, title) => {
    expect(parse(typed)).toMatchObject({ kind: "refused", notice: { title } });
  });

  test("is not asked of a room whose ID is audit, in quotes", () => {
    expect(parse('"audit"')).toEqual({ kind: "look-up", id: "audit", share: false });
  });
});
