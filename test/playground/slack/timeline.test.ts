import { describe, expect, test } from "vitest";
import type { MessageRow } from "../../../playground/protocol/rows.ts";
import { timelineOf } from "../../../playground/page/slack/pure/timeline.ts";
import { ben, message, noon, ts } from "./rows.ts";

/** `-` a day, `*` what is new, `A` a message with its author, `a` one that continues. */
function drawn(messages: readonly MessageRow[], newFrom?: string): string {
  const options = { now: noon, timeZone: "UTC", ...(newFrom !== undefined && { newFrom }) };
  return timelineOf(messages, options)
    .map((line) => {
      if (line.kind === "day") return "-";
      if (line.kind === "new") return "*";
      const initial = line.message.author.name.charAt(0);
      return line.isContinued ? initial.toLowerCase() : initial;
    })
    .join("");
}

describe("messages of one author", () => {
  test("within five minutes stand together", () => {
    expect(drawn([message(ts(0)), message(ts(300)), message(ts(601))])).toBe("-AaA");
  });

  test("do not when somebody else spoke between them", () => {
    const list = [message(ts(0)), message(ts(1), { author: ben }), message(ts(2))];
    expect(drawn(list)).toBe("-ABA");
  });

  test("do not across midnight", () => {
    expect(drawn([message(ts(12 * 3600 - 1)), message(ts(12 * 3600))])).toBe("-A-A");
  });

  test.each([{ isEphemeral: true }, { isDeleted: true }, { isBroadcast: true, threadTs: ts(-9) }])(
    "do not where %o says something above the message",
    (more) => {
      expect(drawn([message(ts(0)), message(ts(1), more), message(ts(2))])).toBe("-AAA");
    },
  );

  test("of two bots under one user have a name each", () => {
    const author = { id: "B1", kind: "app" } as const;
    const list = ["One", "Two"].map((name, n) => message(ts(n), { author: { ...author, name } }));
    expect(drawn(list)).toBe("-OT");
  });
});

test("what is new has a line above it, and names its author", () => {
  expect(drawn([message(ts(0)), message(ts(1)), message(ts(2))], ts(1))).toBe("-A*Aa");
});

test("no message, no line", () => {
  expect(drawn([])).toBe("");
});
