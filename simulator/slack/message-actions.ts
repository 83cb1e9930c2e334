import type { Change } from "./changes.ts";
import { deleteMessage, editMessage } from "./changes.ts";
import { demandComposer } from "./composer.ts";
import type { EventDelivery } from "./events.ts";
import type { JsonObject } from "./json.ts";
import type { HeldMessage, Message } from "./messages.ts";
import { withIds } from "./messages.ts";
import { people } from "./seed.ts";
import { linkAddresses, richTextOf } from "./typed-text.ts";
import type { NewMessage, Workspace } from "./workspace.ts";

/** Another app's bot, or a classic incoming webhook. */
export type Author =
  | {
      readonly id: string;
      readonly name: string;
      readonly webhook?: false;
      readonly user?: string;
      readonly app?: string;
    }
  | { readonly id: string; readonly name: string; readonly webhook: true };

interface Words {
  /** As Slack holds it: mentions as `<@U…>`. Addresses that people type get their brackets here. */
  readonly text?: string;
  readonly blocks?: readonly JsonObject[];
  readonly attachments?: readonly JsonObject[];
}

export interface SayInput extends Words {
  readonly channel: string;
  /** The asker, unless a bot speaks. */
  readonly user?: string;
  readonly bot?: Author;
  /** The ts of a thread's first message. */
  readonly thread?: string;
  /** "Also send to the channel". */
  readonly broadcast?: boolean;
  readonly files?: readonly JsonObject[];
}

export interface Said {
  readonly message: Message;
  /** What the app was told of it, each after its first try; none while events are held. */
  readonly events: readonly EventDelivery[];
}

/** What people and other apps write. */
export interface MessageActions {
  say(input: SayInput): Promise<Said>;
  editMessage(message: Message, words: Words): Promise<Said>;
  deleteMessage(message: Message): Promise<Said>;
  /** Slack's own `/invite`: somebody of a channel brings somebody else in. */
  invite(channel: string, by: string, invited: string): void;
}

interface Parts {
  readonly workspace: Workspace;
  readonly takesMessages: boolean;
  readonly announce: (change: Change) => Promise<readonly EventDelivery[]>;
}

export function createMessageActions(parts: Parts): MessageActions {
  const { workspace, announce } = parts;
  const { botUser } = workspace;

  /** Acts of people out of place are mistakes of the test. */
  function held({ channel, ts }: Message): HeldMessage {
    const found = workspace.find(channel, ts);
    if (found === undefined) throw new Error(`no message ${ts}: it was deleted`);
    if (found.ephemeralTo !== undefined) throw new Error(`${ts} is ephemeral: Slack keeps none`);
    return found;
  }

  async function tell(change: Change): Promise<Said> {
    return { message: change.message, events: await announce(change) };
  }

  async function say(input: SayInput): Promise<Said> {
    const { channel, thread, bot } = input;
    const user = input.user ?? people.asker;
    const place = workspace.channels.get(channel);
    if (place === undefined) throw new Error(`no channel ${channel} in this workspace`);
    if (bot === undefined && !place.members.has(user))
      throw new Error(`${user} is not in ${channel}`);
    if (bot === undefined) demandComposer(place, { ...parts, botUser });
    if (thread !== undefined && workspace.root(channel, thread) === undefined) {
      throw new Error(`${thread} is not the first message of a thread in ${channel}`);
    }
    const message = workspace.post({
      ...contentOf(input, bot === undefined),
      ...authorOf(input, user),
      channel,
      threadTs: thread,
      files: input.files,
    });
    return tell({ kind: "posted", message });
  }

  return {
    say,
    editMessage: async (message, words) => {
      const found = held(message);
      const { text, blocks, attachments } = found;
      const isTyped = found.via === "user";
      // A person's client makes the rich text anew; what an app leaves out stays.
      const kept = {
        text,
        attachments,
        ...(words.text !== undefined && isTyped ? {} : { blocks }),
      };
      const content = contentOf({ ...kept, ...words }, isTyped);
      return tell(editMessage(workspace, found, content, found.user || found.botId));
    },
    deleteMessage: async (message) => tell(deleteMessage(workspace, held(message))),
    invite(channel, by, invited) {
      const place = workspace.channels.get(channel);
      if (place === undefined) throw new Error(`no channel ${channel} in this workspace`);
      if (!place.members.has(by)) throw new Error(`${by} is not in ${channel}`);
      if (!workspace.users.has(invited)) throw new Error(`no user ${invited} in this workspace`);
      place.members.add(invited);
      workspace.changed();
    },
  };
}

function contentOf(words: Words, isTyped: boolean) {
  const text = isTyped ? linkAddresses(words.text ?? "") : (words.text ?? "");
  const typed = isTyped && text !== "" ? [richTextOf(text)] : [];
  const { attachments = [] } = words;
  const blocks = withIds(words.blocks ?? typed);
  return { text, blocks, attachments, raw: { text, blocks, attachments } };
}

function authorOf(
  { bot, broadcast, files }: SayInput,
  user: string,
): Pick<NewMessage, "user" | "via" | "botId" | "appId" | "username" | "subtype"> {
  if (bot === undefined) {
    const shared = files === undefined ? undefined : "file_share";
    return { user, via: "user", subtype: broadcast ? "thread_broadcast" : shared };
  }
  const named = { botId: bot.id, username: bot.name };
  if (bot.webhook) return { ...named, user: "", via: "webhook", subtype: "bot_message" };
  return {
    ...named,
    user: bot.user ?? bot.id.replace(/^B/u, "U"),
    appId: bot.app ?? bot.id.replace(/^B/u, "A"),
    via: "app",
    subtype: broadcast ? "thread_broadcast" : undefined,
  };
}
