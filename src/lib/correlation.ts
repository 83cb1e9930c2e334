import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

/** Names everything that is done for one thing that Slack sent: its log lines, and its trace. */
export interface Correlation {
  /** Short enough to be read out; on cards of trouble, and on every log line. */
  readonly reference: string;
  /** What this is a part of, as when one alert names three rooms. */
  readonly within?: Correlation | undefined;
}

const storage = new AsyncLocalStorage<Correlation>();

/** What the code that asks is running for; undefined for work that nobody in Slack asked for. */
export function correlation(): Correlation | undefined {
  return storage.getStore();
}

/** Runs work, and all that it starts, under one reference: that of what it is a part of, if any. */
export function correlated<T>(work: () => T): T {
  const within = correlation();
  const reference = within?.reference ?? randomUUID().slice(0, 8);
  return storage.run({ reference, within }, work);
}
