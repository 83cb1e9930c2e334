import type { Call } from "../../simulator/slack/calls.ts";
import type { Interaction } from "../../simulator/slack/interactions.ts";
import type { Message } from "../../simulator/slack/messages.ts";
import type { Entry } from "../../src/slack/interaction.ts";

export type Kind =
  | "alert"
  | "command"
  | "command that is wrong"
  | "command, shared"
  | "direct message"
  | "link"
  | "mention"
  | "press of Refresh"
  | "press of Share"
  | "press of Stop watching"
  | "press of Try again"
  | "shortcut from anywhere"
  | "shortcut on a message"
  | "unwatch"
  | "watch"
  | "workflow step";

/** One thing that somebody did, and all that they saw of it. */
export interface Deed {
  readonly kind: Kind;
  /** Where the bot's log has it. */
  readonly entry: Entry;
  readonly room: string;
  /** In ms since 1970. */
  readonly at: number;
  /** What the answer says, unless something is wrong. */
  readonly expected: string;
  /** The bot's words, each time that it answered; that an answer is under way is none. */
  answers(): readonly string[];
  /** Slack's own error, where it told them that the app did not answer. */
  slacksLine(): string | undefined;
  /** Whether a call of the bot's was an answer to this. */
  owns(call: Call): boolean;
}

export const isUnderWay = (text: string): boolean =>
  text.startsWith("Asking Tencent about") || text.startsWith("Asking Tencent\n");

/** What the asker read through the ack and the response_url, as it was posted. */
export function answersOf(interaction: Interaction | undefined): readonly string[] {
  const posts = interaction?.posts ?? [];
  return posts.map(({ raw }) => String(raw["text"])).filter((text) => !isUnderWay(text));
}

export const noticeOf = (interaction: Interaction | undefined): string | undefined =>
  interaction?.notice === undefined
    ? undefined
    : (interaction.ack.error ?? interaction.notice.text);

/** The way to the asker that Slack gave the bot. */
export const isPostTo =
  (interaction: Interaction | undefined) =>
  ({ method }: Call): boolean => {
    const url = interaction?.payload["response_url"];
    return typeof url === "string" && url.endsWith(method);
  };

export const isReplyTo =
  (message: Message | undefined) =>
  ({ args }: Call): boolean =>
    message !== undefined && args["thread_ts"] === message.ts;
