import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCommand, type Question } from "../../../src/slack/commands/parse.ts";
import { defaultRoomPatterns } from "../../../src/slack/commands/room-links.ts";
import { commandTable } from "../../../src/slack/commands/table.ts";
import { roomId } from "../../cards/arbitrary.ts";
import { isSound, typedText } from "./arbitrary.ts";
import { fastest } from "../../support/fastest.ts";

const parse = (typed: string): Question => parseCommand(typed, defaultRoomPatterns);

describe("any text", () => {
  test("gives a valid ID, a command, or a refusal with title and body; never an exception", () => {
    fc.assert(
      fc.property(typedText, (typed) => {
        expect(isSound(parse(typed))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test("in double quotes is looked up as it is, for any ID", () => {
    fc.assert(
      fc.property(roomId, fc.boolean(), (id, share) => {
        // Slack escapes three signs in what is typed; an ID with entities in it comes escaped twice.
        const escaped = id.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
        expect(parse(`"${escaped}"${share ? " --share" : ""}`)).toEqual({
          kind: "look-up",
          id,
          share,
        });
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(commandTable.map(({ usage }) => usage))("the usage %s is one", (usage) => {
    expect(parse(usage.replace("/room ", "")).kind).not.toBe("refused");
  });
});

/** As long as what is read at all. */
const longest = 40_000;

function repeated(piece: string, length = longest - 100): string {
  return piece.repeat(Math.floor(length / piece.length));
}

test("a text that is longer than any message of Slack's is refused unread", () => {
  expect(parse(" ".repeat(longest)).kind).toBe("help");
  expect(parse(" ".repeat(longest + 1))).toMatchObject({
    kind: "refused",
    notice: { title: "This is longer than a room ID can be" },
  });
});

describe("the longest text that is read takes 50 ms at most", () => {
  const alike = [
    ..."a 0-\"'`<&|/%é\u0435\u200b\ud83d",
    "--",
    "--share ",
    " --share",
    "` ",
    "<`",
    "&amp;",
    "https://",
    "/rooms/",
    "?room=",
    "a.",
    "error ",
  ];
  const shapes: [string, string][] = [
    ...alike.map((piece): [string, string] => [`of ${JSON.stringify(piece)}`, repeated(piece)]),
    ["of flags behind a word", `x${repeated(" --share")}`],
    ["of quotes around quotes", `${repeated('"', 19_000)}x${repeated('"', 19_000)}`],
    ["of back-ticks around back-ticks", `${repeated("`", 19_000)}x${repeated("`", 19_000)}`],
    ["of an error code", `error ${repeated("1")}`],
    ["of an error code's signs", `error ${repeated("- ")}1`],
    ["of a word for codes and signs", `code ${repeated("#")}`],
    ["of a link", `https://example.com/?${repeated("room_id")}`],
    ["of a path", `https://example.com${repeated("/live")}`],
    ["of a label", `<https://example.com|${repeated("|")}>`],
    ["of escapes", `https://example.com/rooms/${repeated("%41")}`],
  ];

  test.each(shapes)("%s", (_, typed) => {
    expect(fastest(50, () => parse(typed))).toBeLessThan(50);
  });
});
