import { expect, test } from "vitest";
import {
  faultGroups,
  faultKey,
  faultWords,
} from "../../../playground/page/control/faults/fault-choices.ts";
import type { Fault } from "../../../playground/protocol/acts.ts";

const codes = [
  { code: 60020, words: "plan lapsed" },
  { code: 70001, words: "signature expired" },
];

function choices(current: Fault | null) {
  return faultGroups(codes, current).flatMap((group) => group.choices);
}

test("every trouble and every code is offered, each under a key of its own", () => {
  const words = choices(null).map((choice) => choice.words);
  expect(words).toEqual([
    "never answers",
    "answers after 4 s",
    "connection breaks off",
    "HTTP 502",
    "unreadable answer",
    "answer without a room",
    "answer that makes no sense",
    "code 60020: plan lapsed",
    "code 70001: signature expired",
  ]);
  const keys = choices(null).map(({ key }) => key);
  expect(new Set([...keys, faultKey(null)]).size).toBe(words.length + 1);
});

test("what was set elsewhere can be seen and kept", () => {
  const slow: Fault = { kind: "slow", ms: 800 };
  expect(faultGroups(codes, slow).at(-1)).toEqual({
    name: "At present",
    choices: [{ key: faultKey(slow), words: "answers after 0.8 s", fault: slow }],
  });
  expect(choices({ kind: "code", code: 60020 })).toEqual(choices(null));
  expect(faultWords({ kind: "code", code: 99_999 }, codes)).toBe("code 99999");
});
