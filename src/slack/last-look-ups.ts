import { LRUCache } from "lru-cache";
import { atMost } from "../lib/at-most.ts";
import type { LastLookUp } from "../cards/home.ts";
import type { LookupResult } from "../room/result.ts";

/** What each person asked for lately, for their Home tab. */
export interface LastLookUps {
  readonly remember: (user: string, result: LookupResult) => void;
  /** The newest first, each room once. */
  readonly of: (user: string) => readonly LastLookUp[];
}

const mostOfOne = 5;
/** In UTF-16 units: of thousands of people, a name is kept as far as the tab shows it. */
const longestName = 300;

/** In memory: a restart forgets it. @param mostPeople of whom something is remembered */
export function createLastLookUps(mostPeople: number): LastLookUps {
  const byUser = new LRUCache<string, readonly LastLookUp[]>(atMost(mostPeople));
  return {
    remember(user, result) {
      const { kind, id: room, asOf } = result;
      const name = kind === "found" ? result.room.name?.slice(0, longestName) : undefined;
      const others = (byUser.get(user) ?? []).filter((lookUp) => lookUp.room !== room);
      byUser.set(user, [{ room, name, kind, asOf }, ...others].slice(0, mostOfOne));
    },
    of: (user) => byUser.get(user) ?? [],
  };
}
