import { expect, test } from "vitest";
import {
  mostCharacters,
  surplusWords,
  tooLongWords,
} from "../../../playground/page/slack/pure/text-limit.ts";
import { act } from "../../../playground/protocol/acts.ts";

test.each(["say", "edit", "command"])("the limit is the server's, for %s", (kind) => {
  const others = { say: {}, edit: { ts: "1.2" }, command: { command: "/room" } }[kind];
  const takes = (length: number): boolean =>
    act.safeParse({ kind, channel: "C1", text: "a".repeat(length), ...others }).success;
  expect(takes(mostCharacters)).toBe(true);
  expect(takes(mostCharacters + 1)).toBe(false);
});

test("what is too much is told in characters", () => {
  expect(surplusWords("a".repeat(mostCharacters))).toBeUndefined();
  expect(surplusWords("a".repeat(mostCharacters + 1))).toBe("1 character too many");
  expect(surplusWords("a".repeat(mostCharacters + 1345))).toBe("1,345 characters too many");
  expect(tooLongWords("a".repeat(mostCharacters + 1345))).toBe(
    "This has 13,345 characters; 12,000 can be sent.",
  );
});
