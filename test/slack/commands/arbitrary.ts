import * as fc from "fast-check";
import type { Question } from "../../../src/slack/commands/parse.ts";
import { hostileText } from "../../cards/arbitrary.ts";

const meaningful = [
  ..."\"'`“”‘<>|&#@!-—– .%/=?１éе",
  "--share",
  "—share",
  "--json",
  "help",
  "error",
  "watch ",
  "unwatch ",
  "watches",
  "audit ",
  "doctor",
  " by U0ASKER0001",
  " by @ada",
  " for 2h",
  " entries 5",
  "code",
  "60010",
  "-3301",
  "live-1",
  "https://",
  "example.com/rooms/",
  "?room=",
  "&amp;",
  "&lt;",
  "<@U1>",
  "```",
  "\u200b",
  "\u00a0",
  "😀",
  "\ud83d",
];

/** What people type, in any order: words and signs that mean something to the parser. */
export const typedText = fc.oneof(
  hostileText,
  fc.array(fc.constantFrom(...meaningful), { maxLength: 12 }).map((pieces) => pieces.join("")),
);

/** Whether a question is whole: a valid ID, a number, or words for its asker. */
export function isSound(question: Question): boolean {
  switch (question.kind) {
    case "look-up":
      return /^[\x20-\x7e]{1,48}$/.test(question.id);
    case "explain":
      return Number.isSafeInteger(question.code);
    case "refused":
      return question.notice.title.trim() !== "" && question.notice.body.trim() !== "";
    case "watch":
    case "unwatch":
      return /^[\x20-\x7e]{1,48}$/.test(question.id);
    case "audit":
      return /^[\x20-\x7e]{1,48}$/.test(question.room ?? "any") && question.person !== "";
    case "watches":
    case "doctor":
    case "help":
      return true;
  }
}
