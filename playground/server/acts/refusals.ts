import { z } from "zod";

/** What the stand-ins say to a test that does what nobody could do, in words for a person. */
const words: readonly (readonly [RegExp, string])[] = [
  [/is not the first message of a thread/, "That thread is gone."],
  [/^no message|was deleted/, "That message is gone."],
  [/^no view|cannot see the view/, "That window is closed already."],
  [/must be filled in/, "A field that is needed is empty."],
  [/is too long$/, "What is in a field is too long."],
  [/is too short$/, "What is in a field is too short."],
  [/ is not in [CDG][A-Z0-9]+$/, "Only members of a channel can do that there."],
  [/^no user |^no channel /, "That is not in this workspace."],
  [/^no button |belongs to another app/, "That button does nothing here any more."],
  [
    /Nobody could ask for a room/,
    "A room's ID has 1 to 48 characters: letters without accents, digits, signs, and blanks.",
  ],
  [/^The room .* exists already$/, "There is a room with this ID already."],
];

/** Why something was not done, for whoever wanted it. */
export function refusalWords(error: unknown): string {
  if (error instanceof z.ZodError) {
    const isTooLong = error.issues.some(({ code }) => code === "too_big");
    return isTooLong ? "That is too long." : "The playground does not know what this page sent.";
  }
  const message = error instanceof Error ? error.message : String(error);
  return words.find(([pattern]) => pattern.test(message))?.[1] ?? message;
}
