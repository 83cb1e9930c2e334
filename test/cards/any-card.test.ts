import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auditCard } from "../../src/cards/audit-card.ts";
import { codeCard } from "../../src/cards/code-card.ts";
import { doctorCard } from "../../src/cards/doctor-card.ts";
import { helpCard, noticeCard, ownFaultCard, underWayCard } from "../../src/cards/notices.ts";
import { watchCard, watchNewsCard } from "../../src/cards/watch-card.ts";
import { watchListCard } from "../../src/cards/watch-list.ts";
import { watchBegunCard } from "../../src/cards/watch-notices.ts";
import { resultCard } from "../../src/cards/result-card.ts";
import { defaultRoomPatterns } from "../../src/slack/commands/room-links.ts";
import { parseCommand } from "../../src/slack/commands/parse.ts";
import { commandTable } from "../../src/slack/commands/table.ts";
import { readCode } from "../../src/tencent/catalogue/explain.ts";
import { anyCode, anyFailed, anyFound, anyMissing, hostileText } from "./arbitrary.ts";
import { flawsOf, shownIn } from "./flaws.ts";

const runs = { numRuns: 300 };

describe("Slack takes every card, and nothing foreign in it is live", () => {
  test("a room that was found, whatever Tencent says of it", () => {
    fc.assert(
      fc.property(anyFound, fc.boolean(), hostileText, (found, shared, label) => {
        const { activityStatus } = found.room;
        const activityLabels = activityStatus === undefined ? {} : { [activityStatus]: label };
        expect(flawsOf(resultCard(found, { shared, activityLabels }))).toEqual([]);
      }),
      runs,
    );
  });

  test("a room that is missing", () => {
    fc.assert(
      fc.property(anyMissing, fc.boolean(), (missing, shared) => {
        expect(flawsOf(resultCard(missing, { shared, activityLabels: {} }))).toEqual([]);
      }),
      runs,
    );
  });

  test("a look-up that failed, with any code, any ErrorInfo and any RequestId", () => {
    fc.assert(
      fc.property(anyFailed, (failed) => {
        expect(flawsOf(resultCard(failed, { shared: false, activityLabels: {} }))).toEqual([]);
      }),
      runs,
    );
  });

  test("a code that is explained, whatever number it is", () => {
    fc.assert(
      fc.property(anyCode, fc.integer({ min: 1, max: 9 }), (code, tries) => {
        const card = codeCard(readCode(code), tries);
        expect(flawsOf(card)).toEqual([]);
        expect(card.text).toContain(`Code ${code} `);
      }),
      runs,
    );
  });

  test("the refusal of anything that was typed", () => {
    fc.assert(
      fc.property(hostileText, (typed) => {
        const question = parseCommand(typed, defaultRoomPatterns);
        fc.pre(question.kind === "refused");
        expect(flawsOf(noticeCard(question.notice))).toEqual([]);
      }),
      runs,
    );
  });

  test("the suggestion in a notice, made of what was typed", () => {
    fc.assert(
      fc.property(hostileText, (suggestion) => {
        expect(flawsOf(noticeCard({ title: "Title", body: "Body.", suggestion }))).toEqual([]);
      }),
      runs,
    );
  });

  test("the word that a look-up is under way", () => {
    fc.assert(
      fc.property(hostileText, (id) => {
        expect(flawsOf(underWayCard(id))).toEqual([]);
      }),
      runs,
    );
  });

  test("the help, and a fault of the bot's own", () => {
    expect(flawsOf(helpCard(commandTable))).toEqual([]);
    expect(flawsOf(ownFaultCard("1a2b3c4d"))).toEqual([]);
  });
});

describe("the list of look-ups", () => {
  const person = "U0ASKER0001";
  const anyEntry = fc.record({
    at: fc.integer({ min: 0, max: 8.64e15 / 1000 }),
    asker: fc.oneof(fc.constant(person), fc.constant(""), hostileText),
    channel: fc.oneof(fc.constantFrom("C0SUPPORT01", "D0ASKERBOT1", ""), hostileText),
    entry: fc.oneof(fc.constantFrom("command", "alert", "constructor"), hostileText),
    room: hostileText.map((text) => text.slice(0, 48)),
    result: fc.oneof(fc.constantFrom("found", "missing", "toString"), hostileText),
    outcome: fc.oneof(fc.constantFrom("answered", "failed"), hostileText),
  });
  const ours = /^live: <(?:@U0ASKER0001|#C0SUPPORT01)>? /;

  test("is one that Slack takes, however many there are and whatever they hold", () => {
    const audits = fc.record({
      entries: fc.array(anyEntry, { maxLength: 20 }),
      hasMore: fc.boolean(),
      room: fc.option(hostileText, { nil: undefined }),
      person: fc.option(fc.oneof(fc.constant(person), hostileText), { nil: undefined }),
    });
    // The longest that there can be: fuzzing found it too long for Slack with fifteen of them.
    const longest = {
      at: 253_402_300_799_000,
      asker: `W${"X".repeat(20)}`,
      channel: `C${"X".repeat(20)}`,
      entry: "none",
      room: "&".repeat(48),
      result: "found",
      outcome: "failed",
    };
    const full = {
      entries: Array.from({ length: 20 }, () => longest),
      hasMore: true,
      room: longest.room,
      person: longest.asker,
    };
    expect(flawsOf(auditCard(full)).filter((flaw) => !/^live: <[@#]/.test(flaw))).toEqual([]);
    fc.assert(
      fc.property(audits, (audit) => {
        expect(flawsOf(auditCard(audit)).filter((flaw) => !ours.test(flaw))).toEqual([]);
      }),
      runs,
    );
  });
});

describe("the doctor's findings", () => {
  const anyStep = fc.record(
    {
      step: fc.oneof(fc.constantFrom("Data centre", "Scopes"), hostileText),
      verdict: fc.constantFrom("good", "warning", "bad", "not checked"),
      what: hostileText,
      next: hostileText,
    },
    { requiredKeys: ["step", "verdict", "what"] },
  );

  test("are a card that Slack takes, however many there are and whatever they hold", () => {
    const reports = fc.record({
      title: hostileText,
      steps: fc.array(anyStep, { maxLength: 60 }),
      at: fc.integer({ min: 0, max: 8.64e15 / 1000 }),
    });
    const long = { step: "Scopes", verdict: "bad", what: "&".repeat(900), next: "<".repeat(900) };
    const full = { title: "x", steps: Array.from({ length: 60 }, () => long), at: 0 };
    expect(flawsOf(doctorCard(full))).toEqual([]);
    fc.assert(
      fc.property(reports, (report) => {
        expect(flawsOf(doctorCard(report))).toEqual([]);
      }),
      runs,
    );
  });

  test("are shown whole where the doctor is as talkative as it gets", () => {
    const what = "a scope (what does not work without it); ".repeat(22);
    const next = "Put manifest.yml into the app's settings, and install the app again. ".repeat(3);
    const steps = Array.from({ length: 10 }, (_, index) => ({
      step: `Step ${index}`,
      verdict: "bad",
      what: index === 3 ? what : what.slice(0, 150),
      next,
    }));
    const shown = shownIn(doctorCard({ title: "10 things", steps, at: 0 }));
    for (const { step, what: found, next: todo } of steps) {
      expect(shown).toContain(`*${step}: bad*\n${found.trim()}\nNext: ${todo.trim()}`);
    }
    expect(shown).not.toContain("…");
  });

  test("that are left out are counted", () => {
    const step = { step: "Settings", verdict: "bad", what: "a variable is missing" };
    const steps = Array.from({ length: 23 }, () => step);
    const card = doctorCard({ title: "23 things", steps, at: 0 });
    expect(card.text).toContain("3 more: npm run doctor shows them all.");
  });
});

describe("a card that follows its room", () => {
  // Slack shows a person's name for this; whose it is comes from Slack itself.
  const startedBy = "U0ASKER0001";
  const starter = `live: <@${startedBy}>`;
  const strange = (flaws: readonly string[]) => flaws.filter((flaw) => !flaw.startsWith(starter));
  const options = { activityLabels: {}, watchable: true };
  const anyState = fc.oneof(
    fc.record({
      kind: fc.constant("watched" as const),
      until: fc.integer({ min: 1, max: 2e12 }),
      stale: fc.option(fc.record({ since: fc.nat(), why: fc.constant("No answer") }), {
        nil: undefined,
      }),
    }),
    fc.record({ kind: fc.constantFrom("gone", "expired"), at: fc.nat() }),
    fc.record({
      kind: fc.constant("stopped" as const),
      at: fc.nat(),
      by: fc.option(fc.oneof(fc.constant(startedBy), hostileText), { nil: undefined }),
    }),
  );

  test("is one that Slack takes, in any state, whatever Tencent says of the room", () => {
    fc.assert(
      fc.property(fc.oneof(anyFound, anyMissing), anyState, hostileText, (result, state, name) => {
        expect(strange(flawsOf(watchCard({ result, state, name, startedBy }, options)))).toEqual(
          [],
        );
      }),
      runs,
    );
  });

  test("and so are its news, and the list of watches, and the word to whoever began it", () => {
    fc.assert(
      fc.property(hostileText, fc.nat({ max: 60 }), (text, count) => {
        const news = { roomId: text, clauses: ["seats were turned on"], owner: text, at: 1 };
        expect(flawsOf(watchNewsCard(news))).toEqual([]);
        const id = text.slice(0, 48);
        const entry = { roomId: id, until: 1, startedBy, link: undefined };
        const list = watchListCard(Array.from({ length: count }, () => entry));
        expect(strange(flawsOf(list))).toEqual([]);
        expect(flawsOf(watchBegunCard("begun", text, 1, undefined))).toEqual([]);
      }),
      runs,
    );
  });

  test("names nobody where what came is no name of Slack's", () => {
    const foreign = "<!channel>";
    const view = {
      state: { kind: "watched", until: 1, stale: undefined },
      startedBy: foreign,
    } as const;
    fc.assert(
      fc.property(anyFound, (result) => {
        expect(flawsOf(watchCard({ ...view, result }, options))).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});

describe("the text of a card carries the whole answer", () => {
  const options = { shared: false, activityLabels: {} };
  const requestId = "d1a2b3c4-RequestId_1";

  test("the RequestId and the room's ID are in it, however long everything else is", () => {
    fc.assert(
      fc.property(fc.oneof(anyFound, anyMissing, anyFailed), (result) => {
        const { text } = resultCard({ ...result, requestId }, options);
        expect(text).toContain("Room ID: ");
        expect(text).toContain(`RequestId ${requestId}`);
      }),
      runs,
    );
  });

  test("name, owner, ID and RequestId are, though every field is as long as can be", () => {
    fc.assert(
      fc.property(anyFound, fc.constantFrom("x", "é", "&", "<", "😀"), (found, letter) => {
        const long = letter.repeat(1_000);
        const room = {
          ...found.room,
          id: "live-room",
          name: "Friday show",
          owner: "144115233775727695",
          type: long,
          seatsEnabled: true,
          seatMode: { raw: long },
          activityStatus: long,
          categories: [long],
        };
        const { text } = resultCard({ ...found, room, requestId }, options);
        const lines = text.split("\n");
        expect(lines).toContain("Friday show");
        expect(lines).toContain("Room ID: live-room");
        expect(lines).toContain("Owner: 144115233775727695");
        expect(lines).toContain(`RequestId ${requestId}`);
      }),
      runs,
    );
  });

  test("the code is, where a look-up failed or a room is missing", () => {
    fc.assert(
      fc.property(fc.oneof(anyMissing, anyFailed), (result) => {
        const code = result.kind === "missing" ? result.code : result.problem.code;
        const { text } = resultCard(result, options);
        expect(text).toContain(code === undefined ? "Code: none" : `Code ${code} `);
      }),
      runs,
    );
  });
});
