import { describe, expect, test } from "vitest";
import type { Card } from "../../src/cards/card.ts";
import { resultCard } from "../../src/cards/result-card.ts";
import type { RoomId } from "../../src/room/room-id.ts";
import { shownIn } from "./flaws.ts";
import { privately, moment } from "./found.ts";

function missing(id: string, code = 100004): Card {
  return resultCard(
    { kind: "missing", id: id as RoomId, code, errorInfo: "", requestId: "req-2", asOf: moment },
    privately,
  );
}

describe("the card of a missing room", () => {
  const card = missing("stage-8");
  const everything = `${card.text}\n${shownIn(card)}`.replaceAll("<!date", "");

  test("says first that there is no such room right now", () => {
    expect(card.text.split("\n")[0]).toBe("No room with this ID right now");
    expect(card.blocks[0]).toMatchObject({ type: "header" });
  });

  test("carries the ID, the code, the RequestId and the time, as blocks and as text", () => {
    for (const text of [card.text, shownIn(card)]) {
      expect(text).toContain("stage-8");
      expect(text).toContain("Code 100004 (live rooms)");
      expect(text).toContain("RequestId req-2");
      expect(text).toContain("2023-11-14 22:13 UTC");
    }
  });

  test.each([
    ["everybody left", /everybody left/i],
    ["the owner left", /owner left or lost the connection/i],
    ["somebody closed it", /somebody closed the room/i],
    ["a wrong ID, app or data centre", /ID is not quite right.*another app or data centre/i],
  ])("names the likely reason: %s", (_, reason) => {
    expect(shownIn(card)).toMatch(reason);
    expect(card.text).toMatch(reason);
  });

  test("raises no alarm and blames nobody", () => {
    expect(everything).not.toMatch(/!|error|fail|invalid|wrong|unfortunately|sorry|[A-Z]{4,}/);
  });

  test("ends with a step for the reader, and a button to look again", () => {
    expect(card.text).toMatch(
      /Who acts: You\.\nNext step: Compare the ID with the one in your app/,
    );
    expect(shownIn(card)).toContain("Look again");
    expect(shownIn(card)).toContain("Share to channel");
  });

  test("tells apart that Tencent said OK and sent no room", () => {
    const odd = missing("stage-8", 0);
    expect(odd.text).toContain("Code 0 (no error, and no room)");
    expect(odd.text).not.toContain("100004");
  });
});

describe("what to check, by the look of the ID", () => {
  test.each([
    ["a blank inside", "my room", /blank inside/],
    ["a blank at an end", "stage-8 ", /begins or ends with a blank/],
    ["punctuation at the end", "stage-8.", /last character may belong to a sentence/],
    ["letters that look alike", "stage-O", /look alike/],
    ["capitals", "Stage-8", /Capital and small letters count/],
  ])("%s", (_, id, hint) => {
    expect(missing(id).text).toMatch(hint);
    expect(shownIn(missing(id))).toMatch(hint);
    expect(missing("stage-8").text).not.toMatch(hint);
  });

  test.each(["stage-8", "Stage-8", "live-8821"])(
    "that something may be cut off is always worth a look: %s",
    (id) => {
      expect(missing(id).text).toMatch(/cut off/);
    },
  );

  test("a blank at an end can be seen on the card", () => {
    expect(shownIn(missing(" stage-8 "))).toMatch(/[“"] stage-8 [”"]/);
  });
});
