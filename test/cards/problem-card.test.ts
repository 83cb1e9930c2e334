import { describe, expect, test } from "vitest";
import type { Card } from "../../src/cards/card.ts";
import { resultCard } from "../../src/cards/result-card.ts";
import type { LookupResult } from "../../src/room/result.ts";
import { catalogue, explainCode, explainFailure } from "../../src/tencent/catalogue/explain.ts";
import type { Fault } from "../../src/tencent/fault.ts";
import { faultNames } from "./arbitrary.ts";
import { flawsOf, shownIn } from "./flaws.ts";
import { liveRoom, privately, moment } from "./found.ts";

type Failed = Extract<LookupResult, { kind: "failed" }>;

function failed(change: Partial<Failed>): Card {
  const problem = explainCode(60010);
  return resultCard(
    {
      kind: "failed",
      id: liveRoom,
      problem,
      fault: undefined,
      errorInfo: "",
      requestId: "req-3",
      tries: 1,
      asOf: moment,
      ...change,
    },
    privately,
  );
}

const fromFault = (fault: Fault, tries: number | null = 1) =>
  failed({
    problem: explainFailure(fault),
    fault,
    requestId: undefined,
    tries: tries ?? undefined,
  });

describe("the card of a problem", () => {
  test.each(catalogue.map(({ code }) => code))(
    "of code %d carries title, meaning, who acts, next step, code and RequestId whole",
    (code) => {
      const problem = explainCode(code);
      const card = failed({ problem });
      for (const text of [card.text, shownIn(card)]) {
        const plain = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
        expect(plain).toContain(problem.title);
        expect(plain).toContain(problem.meaning);
        expect(plain).toContain(problem.next);
        for (const reading of problem.readings ?? []) expect(plain).toContain(reading);
        expect(plain).toContain(`Code ${code} (`);
        expect(plain).toContain("RequestId req-3");
        expect(plain).not.toMatch(/[^.]\.\.(\s|$)|undefined/m);
      }
      expect(flawsOf(card)).toEqual([]);
    },
  );

  test.each([
    [100002, "You"],
    [60010, "The people who run this bot"],
    [100001, "Tencent"],
  ])("of code %d says who can act: %s", (code, who) => {
    const card = failed({ problem: explainCode(code) });
    expect(card.text).toContain(`Who acts: ${who}.`);
    expect(shownIn(card)).toContain(`*Who acts:* ${who}.`);
  });

  test("says how often Tencent was asked", () => {
    expect(failed({ tries: 0 }).text).toContain("Tencent was not asked");
    expect(failed({ tries: 1 }).text).toContain("Asked once");
    expect(failed({ tries: 3 }).text).toContain("Asked 3 times");
  });

  test("shows Tencent's own words as words, whatever is in them", () => {
    const card = failed({
      errorInfo: "<!channel> *invalid* <https://evil.example|sdkappid>\u202e",
    });
    expect(card.text).toContain("Tencent's words: &lt;!channel&gt; *invalid*");
    expect(flawsOf(card)).toEqual([]);
  });

  test("has no row for Tencent's words where there are none", () => {
    expect(failed({ errorInfo: "" }).text).not.toContain("Tencent's words");
  });

  test("says both where Tencent's tables disagree", () => {
    const problem = explainCode(60020);
    expect(problem.readings).toHaveLength(2);
    expect(shownIn(failed({ problem }))).toMatch(/• Either: .+\n• Or: .+/);
  });

  test("of a code in no table says so, with number, Tencent's words and RequestId", () => {
    const card = failed({ problem: explainCode(60999), errorInfo: "odd" });
    expect(card.text).toMatch(/not documented/);
    expect(card.text).toContain("Code 60999 (REST gateway)");
    expect(card.text).toContain("Tencent's words: odd");
    expect(card.text).toContain("RequestId req-3");
  });

  test("has buttons to try again and to hand it on", () => {
    expect(failed({}).blocks.at(-1)).toMatchObject({
      type: "actions",
      elements: [
        { action_id: "room_retry", value: "live-room" },
        { action_id: "room_share", value: "live-room" },
      ],
    });
  });
});

describe("the card of an answer that did not come", () => {
  test.each(faultNames)("%s: nobody makes up a code or a RequestId", (name) => {
    const card = fromFault({ name, status: 502, expectedWaitMs: 1_200 });
    expect(card.text).toContain("Code: none");
    expect(card.text).toContain("RequestId: none given");
    expect(card.text).not.toMatch(/undefined|null|NaN/);
    expect(flawsOf(card)).toEqual([]);
  });

  test.each(["http-status", "unreadable", "too-large"] as const)(
    "%s: an answer of some kind came, so it is not said that none did",
    (name) => {
      expect(fromFault({ name, status: 502 }).text).not.toMatch(/no answer/i);
    },
  );

  test("a long line says for how long to wait", () => {
    expect(fromFault({ name: "too-many-waiting", expectedWaitMs: 11_400 }, 0).text).toContain(
      "Ask again in about 12 seconds.",
    );
  });

  test("a stop in the middle does not claim that Tencent was never asked", () => {
    // The look-up that is left behind may have been sent: see `leave` in src/room/look-up.ts.
    expect(fromFault({ name: "stopping" }, null).text).not.toContain("Tencent was not asked");
  });
});
