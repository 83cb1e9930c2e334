import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseCommand } from "../../src/slack/commands/parse.ts";
import { defaultRoomPatterns } from "../../src/slack/commands/room-links.ts";
import { isSound, typedText } from "../slack/commands/arbitrary.ts";
import { findings, withinMs } from "./fuzz.ts";

const parse = (typed: string) => parseCommand(typed, defaultRoomPatterns);

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

test("commands: any text is a whole question within 50 ms, and what is proposed instead is one too", async () => {
  const property = fc.property(typedText, (typed) => {
    const question = withinMs(50, () => parse(typed));
    if (!isSound(question)) throw new Error(`no whole question: ${JSON.stringify(question)}`);
    if (question.kind === "look-up") {
      // Slack escapes what is typed: the same ID, in quotes, has to mean the same room.
      const quoted = parse(`"${escaped(question.id)}"`);
      if (quoted.kind !== "look-up" || quoted.id !== question.id)
        throw new Error("quotes change it");
    }
    if (question.kind === "refused") {
      const { suggestion } = question.notice;
      if (suggestion === undefined) return;
      if (!suggestion.startsWith("/room ")) throw new Error(`no command: ${suggestion}`);
      const next = parse(escaped(suggestion.slice("/room ".length)));
      if (next.kind === "refused") throw new Error(`proposes what is refused: ${suggestion}`);
    }
  });
  expect(await findings(property, { short: 2_000 })).toBe("");
});
