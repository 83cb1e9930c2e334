import { expect, test } from "vitest";
import { sentenceOf } from "../../../playground/page/control/timeline/sentences.ts";
import { labelParts, noteOf } from "../../../playground/page/control/timeline/step-words.ts";
import { answer, query, step, waiting } from "./steps.ts";

test("a step as a sentence has all that its drawing shows", () => {
  expect(sentenceOf(step())).toBe(
    "Slack to Greenroom: hands over the command. At the start, took 4 ms: acknowledged.",
  );
  expect(sentenceOf(query({ sharedWith: [4] }))).toBe(
    "Greenroom to Tencent: asks about live-room (get_room_info). After 5 ms, took 47 ms: answered. One query for 2 questions.",
  );
  expect(sentenceOf(answer({ outcome: "failed", note: "429, again in 3 s" }))).toBe(
    "Greenroom to Slack: answers (response_url). After 54 ms, failed after 7 ms: 429, again in 3 s.",
  );
  expect(sentenceOf(waiting(query()))).toBe(
    "Greenroom to Tencent: asks about live-room (get_room_info). After 5 ms, still waiting.",
  );
});

test("a name at the end of a label stands apart", () => {
  expect(labelParts("answers (response_url)")).toEqual({ words: "answers", term: "response_url" });
  expect(labelParts("shows its token (auth.test)").term).toBe("auth.test");
  expect(labelParts("hands over the command")).toEqual({
    words: "hands over the command",
    term: undefined,
  });
  expect(labelParts("asks about a (b) c (get_room_info)")).toEqual({
    words: "asks about a (b) c",
    term: "get_room_info",
  });
});

test("what comes again says so in the plain words, before the name", () => {
  expect(labelParts("tells of the message, once more (1) (message)")).toEqual({
    words: "tells of the message, once more (1)",
    term: "message",
  });
  expect(labelParts("tells of the message, once more (message)")).toEqual({
    words: "tells of the message, once more",
    term: "message",
  });
  const command = "hands over the command, once more (1)";
  expect(labelParts(command)).toEqual({ words: command, term: undefined });
});

test("a note that only repeats the outcome is left out", () => {
  expect(noteOf(waiting(query()))).toBe("");
  expect(noteOf(query())).toBe("answered");
});
