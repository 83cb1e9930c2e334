import { unescapeEntities } from "../commands/typed-text.ts";

/** One value as a text writes it, and where it ends. */
export interface Value {
  readonly text: string;
  readonly quoted: boolean;
  readonly end: number;
}

const opening = /\\{0,8}(?:`{3}|["'`])/y;
/**
 * Scripts without blanks between words end an ID, as blanks and brackets do; an ampersand does
 * where the next parameter of a query follows.
 */
const bareWord =
  /(?:[^\s"'`,;&<>|(){}[\]\\\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]|&(?![\w.-]{1,40}=)){1,64}/y;
const longestQuoted = 120;

/** Reads what stands at a place: in quotes or back-ticks (of escaped JSON too), or one bare word. */
export function readValue(text: string, at: number): Value | undefined {
  const open = matchAt(opening, text, at)?.[0];
  if (open !== undefined) return readQuoted(text, at + open.length, open);
  const word = matchAt(bareWord, text, at)?.[0];
  if (word === undefined) return undefined;
  const bare = withoutMarks(word);
  return bare === "" ? undefined : { text: bare, quoted: false, end: at + word.length };
}

function readQuoted(text: string, from: number, open: string): Value | undefined {
  const window = text.slice(from, from + longestQuoted);
  const length = window.indexOf(open);
  const inside = window.slice(0, Math.max(length, 0)).trim();
  if (inside === "" || /[\n\\]$|\n/.test(inside)) return undefined;
  // A string in back-ticks: `"live-1"`.
  const again = /^(["'])(.+)\1$/.exec(inside)?.[2] ?? inside;
  return { text: unescapedJson(again), quoted: true, end: from + length + open.length };
}

/** Go writes `&`, `<` and `>` in JSON as six characters each. */
function unescapedJson(text: string): string {
  const plain = text.replace(/\\{1,8}u00([2-7][0-9a-f])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return unescapeEntities(plain);
}

/** Without the punctuation of a sentence, and the signs of Slack's styles. */
export function withoutMarks(word: string): string {
  const italic = /^_(.+)_[.,:!?]*$/.exec(word)?.[1];
  return (italic ?? word).replace(/^[*~]{1,3}/, "").replace(/[.:!?*~\u2026]+$/, "");
}

/** Matches a sticky expression at a place. */
export function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
