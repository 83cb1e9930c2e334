import type { App } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import type { Log } from "../ops/log.ts";

export interface PeopleListOptions {
  /** People and user groups (`S…`). */
  readonly ids: readonly string[];
  /** The variable that lists them, for the log. */
  readonly name: string;
  readonly client: Pick<App["client"], "usergroups">;
  readonly log: Log;
  /** How long a group's members are remembered, in ms. */
  readonly rememberGroupMs: number;
}

/** A list of people that the operator keeps. Nobody is on an empty one. */
export interface PeopleList {
  readonly isEmpty: boolean;
  readonly has: (user: string) => Promise<boolean>;
}

export function createPeopleList(options: PeopleListOptions): PeopleList {
  const { ids, name, client, log, rememberGroupMs } = options;
  const users = new Set(ids.filter((id) => !id.startsWith("S")));
  const groups = ids.filter((id) => id.startsWith("S"));
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
      log.error({ error, group }, `could not read the members of a user group in ${name}`);
      return new Set();
    }
  }

  return {
    isEmpty: ids.length === 0,
    async has(user) {
      if (users.has(user)) return true;
      const lists = await Promise.all(groups.map(membersOf));
      return lists.some((list) => list.has(user));
    },
  };
}
