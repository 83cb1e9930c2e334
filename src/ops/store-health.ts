import { monotonic, within, type MonotonicClock } from "../lib/time.ts";
import type { Store } from "../store/store.ts";
import type { Unreadiness } from "./health.ts";

export interface StoreHealthOptions {
  readonly store: { readonly watches: Pick<Store["watches"], "countActive"> } | undefined;
  /** How long the store is waited for, in ms. */
  readonly healthWaitMs: number;
  /** For so long its last answer stands for the next, in ms: anybody may ask for health. */
  readonly storeNewsMs: number;
  readonly now?: MonotonicClock;
}

export interface StoreState {
  readonly warnings: readonly Unreadiness[];
  /** Watches under way; undefined where nothing is kept, or the store does not say. */
  readonly watches: number | undefined;
}

/** Asks the store something small. */
export function createStoreHealth(options: StoreHealthOptions): () => Promise<StoreState> {
  const { store, healthWaitMs, storeNewsMs, now = monotonic } = options;
  let last: { readonly at: number; readonly state: Promise<StoreState> } | undefined;

  async function read(from: NonNullable<typeof store>): Promise<StoreState> {
    try {
      const count = from.watches.countActive();
      return { warnings: [], watches: await within(count, healthWaitMs, "no answer in time") };
    } catch {
      // What went wrong is in the log of whoever needed the store for something.
      return { warnings: [failing], watches: undefined };
    }
  }

  return () => {
    if (store === undefined) return Promise.resolve({ warnings: [], watches: undefined });
    if (last === undefined || now() - last.at >= storeNewsMs) {
      last = { at: now(), state: read(store) };
    }
    return last.state;
  };
}

const failing: Unreadiness = {
  reason: "store-failing",
  explanation:
    "The store does not answer: look-ups are answered, but watches wait, and none can be begun.",
};
