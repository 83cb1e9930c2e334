import { describe, expect, test } from "vitest";
import { summaryOf } from "../../../playground/page/control/timeline/summary.ts";
import { answer, query, step, waiting } from "./steps.ts";

function words(...steps: Parameters<typeof summaryOf>[0]): string {
  return summaryOf(steps, 2345).words;
}

describe("an interaction in one line", () => {
  test("answered", () => {
    expect(summaryOf([step(), query(), answer()], 61)).toEqual({
      standing: "answered",
      words: "answered in 61 ms, 1 query",
    });
  });

  test("answered from memory", () => {
    expect(words(step(), answer({ endMs: 9 }))).toBe("answered in 9 ms, no query");
  });

  test("a query that several questions share", () => {
    const shared = query({ sharedWith: [7, 8] });
    expect(words(step(), shared, answer())).toBe("answered in 61 ms, one query for 3 questions");
  });

  test("tries that failed on the way", () => {
    const failed = query({ outcome: "failed", note: "connection reset" });
    expect(words(step(), failed, query(), answer())).toBe(
      "answered in 61 ms, 2 queries, 1 step failed",
    );
  });

  test("the last answer that arrived counts", () => {
    const late = answer({ startMs: 3100, endMs: 3110 });
    const refused = answer({ outcome: "failed", note: "429, again in 3 s" });
    expect(words(step(), query(), refused, late)).toBe(
      "answered in 3,110 ms, 1 query, 1 step failed",
    );
  });

  test("while something is awaited, for whom and how long", () => {
    expect(summaryOf([step(), waiting(query())], 2345)).toEqual({
      standing: "waiting",
      words: "waiting for Tencent, 2.3 s",
    });
    expect(words(waiting(step()))).toBe("waiting for Greenroom, 2.3 s");
  });

  test("no answer, as in a storm", () => {
    expect(summaryOf([step()], 4)).toEqual({
      standing: "quiet",
      words: "acknowledged in 4 ms, no answer, no query",
    });
  });

  test("what the bot only asks Slack is no answer", () => {
    const asks = answer({
      label: "asks whether the person is a colleague (users.info)",
      isAnswer: false,
    });
    expect(words(step(), asks)).toBe("acknowledged in 4 ms, no answer, no query");
  });

  test("an answer that is lost", () => {
    const lost = answer({ outcome: "failed", note: "no answer" });
    expect(summaryOf([step(), query(), lost], 61)).toEqual({
      standing: "failed",
      words: "no answer has reached Slack, 1 query, 1 step failed",
    });
  });

  test("a delivery that nobody took", () => {
    const late = step({ outcome: "failed", note: "not acknowledged in time" });
    expect(summaryOf([late], 3000)).toEqual({
      standing: "failed",
      words: "not acknowledged, no query, 1 step failed",
    });
  });

  test("what the bot does by itself", () => {
    expect(words(answer({ label: "shows its token (auth.test)", isAnswer: false }))).toBe(
      "1 step, no query",
    );
  });

  test("what Slack does not tell the bot of", () => {
    expect(summaryOf([], 0)).toEqual({ standing: "quiet", words: "Slack told Greenroom nothing" });
  });
});
