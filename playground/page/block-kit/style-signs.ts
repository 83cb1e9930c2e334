import type { Style } from "./mrkdwn-nodes.ts";

const styles: Readonly<Record<string, Style>> = { "*": "bold", _: "italic", "~": "strike" };

export function styleOf(character: string): Style | undefined {
  return Object.hasOwn(styles, character) ? styles[character] : undefined;
}

/** A sign opens at the beginning of a word. Two alike, as in `**`, are no sign but characters. */
export function canOpen(line: string, at: number): boolean {
  return !endsInWord(line, at) && isInk(line.charAt(at + 1)) && isAlone(line, at);
}

/** A sign closes at the end of a word. */
export function canClose(line: string, at: number): boolean {
  return isInk(line.charAt(at - 1)) && !beginsInWord(line, at + 1) && isAlone(line, at);
}

function isAlone(line: string, at: number): boolean {
  const sign = line.charAt(at);
  return line.charAt(at - 1) !== sign && line.charAt(at + 1) !== sign;
}

// Two units, since a letter may take as many.
const endsInWord = (line: string, at: number): boolean =>
  /[\p{L}\p{N}]$/u.test(line.slice(Math.max(0, at - 2), at));
const beginsInWord = (line: string, at: number): boolean =>
  /^[\p{L}\p{N}]/u.test(line.slice(at, at + 2));
const isInk = (character: string): boolean => character.trim() !== "";
