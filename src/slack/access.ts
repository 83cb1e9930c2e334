import type { App } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import type { Notice } from "../cards/notices.ts";
import type { Log } from "../ops/log.ts";
import { isDirect } from "./direct-message.ts";

export interface AccessRules {
  /** Where the bot answers; everywhere when empty. */
  readonly channels: readonly string[];
  /** Whom it answers, users and user groups (`S…`); everybody when empty. */
  readonly users: readonly string[];
}

export interface Asker {
  /** Empty where nobody asked, as with an alert. */
  readonly user: string;
  /** Empty where it is no channel's matter, as in a modal from anywhere. */
  readonly channel: string;
}

/** Who may ask, and where. Asked anew at each press of a button, since lists change. */
export interface Access {
  /** @returns what to tell the asker, or undefined when they may ask */
  refusalFor(asker: Asker): Promise<Notice | undefined>;
}

export interface AccessOptions {
  readonly rules: AccessRules;
  readonly client: Pick<App["client"], "usergroups">;
  readonly log: Log;
  /** How long a group's members are remembered, in ms. */
  readonly rememberGroupMs: number;
}

export function createAccess({ rules, client, log, rememberGroupMs }: AccessOptions): Access {
  const channels = new Set(rules.channels);
  const users = new Set(rules.users.filter((id) => !id.startsWith("S")));
  const groups = rules.users.filter((id) => id.startsWith("S"));
  const members = new LRUCache<string, ReadonlySet<string>>({ max: 100, ttl: rememberGroupMs });

  async function membersOf(group: string): Promise<ReadonlySet<string>> {
    const known = members.get(group);
    if (known !== undefined) return known;
    try {
      const { users: list } = await client.usergroups.users.list({ usergroup: group });
      const read = new Set(list);
      members.set(group, read);
      return read;
    } catch (error) {
      // Nobody is let in by a list that can't be read, and the operator has to know.
      log.error({ error, group }, "could not read the members of a user group in ALLOWED_USERS");
      return new Set();
    }
  }

  async function isAllowed(user: string): Promise<boolean> {
    if (rules.users.length === 0 || users.has(user)) return true;
    const lists = await Promise.all(groups.map(membersOf));
    return lists.some((list) => list.has(user));
  }

  return {
    async refusalFor({ user, channel }) {
      if (channels.size > 0 && channel !== "" && !channels.has(channel)) {
        return isDirect(channel) ? notDirectly : notHere;
      }
      if (user !== "" && !(await isAllowed(user))) return notYou;
      return undefined;
    },
  };
}

const notHere: Notice = {
  title: "This bot does not answer in this channel",
  body: "The people who run this bot have chosen the channels in which it answers. Ask there, or ask them to add this one.",
};

const notDirectly: Notice = {
  title: "This bot does not answer in direct messages",
  body: "The people who run this bot have chosen the channels in which it answers. Ask in one of them, or ask them which they are.",
};

const notYou: Notice = {
  title: "This bot may not answer you",
  body: "The people who run this bot have chosen whom it answers. If you need it for your work, ask them to add you.",
};
