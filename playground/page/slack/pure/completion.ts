import type { ChannelRow, CommandHint, UserRow } from "../../../protocol/rows.ts";

/** What the composer offers for the word before the caret. */
export interface Completion {
  /** `Commands`, `People` or `Channels`. */
  readonly title: string;
  /** Where the word begins and ends in the text. */
  readonly start: number;
  readonly end: number;
  readonly choices: readonly Choice[];
}

export interface Choice {
  /** Takes the word's place. */
  readonly insert: string;
  readonly name: string;
  /** How a command is used, or a person's handle. */
  readonly detail: string;
  readonly description: string;
}

export interface Known {
  /** Empty in threads, where Slack has none. */
  readonly commands: readonly CommandHint[];
  readonly users: readonly UserRow[];
  readonly channels: readonly ChannelRow[];
}

const most = 8;
const commandWord = /^\/\S*$/;
const nameWord = /(?:^|[\s(])([@#])([\w.-]*)$/;

export function completionAt(text: string, caret: number, known: Known): Completion | undefined {
  const before = text.slice(0, caret);
  if (commandWord.test(before)) {
    return offer("Commands", 0, caret, commandChoices(before, known.commands));
  }
  const [, sign, word = ""] = nameWord.exec(before) ?? [];
  if (sign === undefined) return undefined;
  const start = caret - word.length - 1;
  return sign === "@"
    ? offer("People", start, caret, peopleChoices(word, known.users))
    : offer("Channels", start, caret, channelChoices(word, known.channels));
}

function offer(
  title: string,
  start: number,
  end: number,
  choices: readonly Choice[],
): Completion | undefined {
  return choices.length === 0 ? undefined : { title, start, end, choices: choices.slice(0, most) };
}

function commandChoices(typed: string, commands: readonly CommandHint[]): readonly Choice[] {
  return commands
    .filter(({ command }) => command.startsWith(typed.toLowerCase()))
    .map(({ command, usage, description }) => ({
      insert: command,
      name: command,
      detail: usage,
      description,
    }));
}

function peopleChoices(typed: string, users: readonly UserRow[]): readonly Choice[] {
  const wanted = typed.toLowerCase();
  return users
    .filter(({ name, realName, kind }) => {
      const words = [name, ...realName.split(/\s+/)].map((word) => word.toLowerCase());
      return kind !== "slackbot" && words.some((word) => word.startsWith(wanted));
    })
    .map(({ name, realName, kind }) => ({
      insert: `@${name}`,
      name: realName === "" ? name : realName,
      detail: `@${name}`,
      description: kind === "app" ? "App" : "",
    }));
}

function channelChoices(typed: string, channels: readonly ChannelRow[]): readonly Choice[] {
  return channels
    .filter(({ name, kind }) => {
      const isChannel = kind === "public" || kind === "private";
      return isChannel && name.startsWith(typed.toLowerCase());
    })
    .map(({ name }) => ({ insert: `#${name}`, name: `#${name}`, detail: "", description: "" }));
}

/** The text with a choice in it, and where the caret stands then. */
export function completed(
  text: string,
  { start, end }: Completion,
  { insert }: Choice,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(end);
  const gap = /^\s/.test(rest) ? "" : " ";
  return { text: text.slice(0, start) + insert + gap + rest, caret: start + insert.length + 1 };
}

/** Whether a choice stands there in full already, so that Enter may send. */
export function isTypedInFull(text: string, { start, end }: Completion, choice: Choice): boolean {
  return text.slice(start, end).toLowerCase() === choice.insert.toLowerCase();
}
