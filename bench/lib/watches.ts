import { defaults } from "../../src/defaults.ts";
import type { RoomLookup } from "../../src/room/look-up.ts";
import type { LookupResult } from "../../src/room/result.ts";
import type { Store } from "../../src/store/store.ts";
import { createWatches } from "../../src/watch/create-watches.ts";
import type { WatchPosts } from "../../src/watch/posts.ts";

type Found = Extract<LookupResult, { kind: "found" }>;

const channels = 50;

/** A Slack that takes everything at once, and counts what it took. */
export function willingPosts(): WatchPosts & { readonly count: number } {
  let count = 0;
  return {
    get count() {
      return count;
    },
    post: () => Promise.resolve({ kind: "done", ts: `${(count += 1)}.0` }),
    edit: (_, card) => {
      count += 1;
      return Promise.resolve({ kind: "done", ts: card });
    },
    seek: () => Promise.resolve({ kind: "absent" }),
  };
}

const unsaid = (): void => undefined;

/** The watches as the bot puts them together, over a store and without a Slack. */
export function watchesOver(store: Store, lookup: RoomLookup, posts: WatchPosts) {
  const problems: string[] = [];
  const note = (about: object, words: string): void =>
    void problems.push(`${words}: ${JSON.stringify(about)}`);
  const watches = createWatches({
    store,
    lookup,
    posts,
    figures: defaults,
    activityLabels: {},
    log: { debug: note, info: unsaid, warn: note },
  });
  return { ...watches, problems };
}

/** Begins a watch of each room that was read, spread over the channels. */
export async function beginWatches(
  { watching, problems }: ReturnType<typeof watchesOver>,
  rooms: readonly Found[],
): Promise<void> {
  for (const [index, result] of rooms.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, into one file
    const begun = await watching.begin({
      result,
      channel: `C${1_000 + (index % channels)}`,
      thread: undefined,
      user: "U1000",
      forMs: defaults.watchForMs,
    });
    if (begun.kind !== "begun") throw new Error(`a watch did not begin: ${begun.kind}`);
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
}
