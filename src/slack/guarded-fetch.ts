import { AsyncLocalStorage } from "node:async_hooks";
import { Agent, fetch as undiciFetch } from "undici";
import { askBeforeWriting } from "../lib/ask-before-writing.ts";

/** Asked in the moment in which a request is written to a connection; where not, it stays here. */
export type MayLeave = () => boolean;

export interface GuardedFetch {
  /** For a client of Slack's Web API. */
  readonly fetch: typeof globalThis.fetch;
  /** Whatever `send` fetches leaves only while it may. */
  readonly guard: <T>(mayLeave: MayLeave, send: () => Promise<T>) => Promise<T>;
}

/** One for all: each that there is makes every promise of this process dearer. */
const guards = new AsyncLocalStorage<MayLeave>();

/** Slack's client takes a `fetch`, and no word for it about the call: that goes around it. */
export function createGuardedFetch(): GuardedFetch {
  const agent = new Agent();
  const fetch = (url: string, init: object): Promise<unknown> => {
    const mayLeave = guards.getStore();
    const dispatcher =
      mayLeave === undefined ? agent : agent.compose(askBeforeWriting(() => mayLeave()));
    return undiciFetch(url, { ...init, dispatcher });
  };
  return {
    // The same function, with types of its own.
    fetch: fetch as typeof globalThis.fetch,
    guard: (mayLeave, send) => guards.run(mayLeave, send),
  };
}
