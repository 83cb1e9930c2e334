import type { Seal } from "../lib/seal.ts";
import { pause, within } from "../lib/time.ts";
import type { Log } from "../ops/log.ts";
import type { Deliveries } from "../store/deliveries.ts";

/** Deliveries that this process has taken up and not done yet, kept so that another can do them. */
export interface OpenDeliveries {
  /** @returns whether it comes for the first time, to any process */
  readonly begins: (id: string, body: unknown) => Promise<boolean>;
  /** It is done. Never throws. */
  readonly ended: (id: string) => Promise<void>;
  /**
   * Looks from now on for what processes that are gone left undone.
   *
   * @param handle does what a delivery asks for, as when Slack delivered it
   */
  start(handle: (id: string, body: Body) => Promise<void>): void;
  /** Takes nothing over any more. */
  stop(): Promise<void>;
}

export type Body = Readonly<Record<string, unknown>>;

export interface OpenDeliveriesFigures {
  readonly takeOverEveryMs: number;
  readonly takeOverMost: number;
  readonly takeOverTimes: number;
  readonly lateAnswerMs: number;
  /** For how long this process counts as alive after it was heard of. */
  readonly claimMs: number;
  /** How long the store is waited for, in ms. */
  readonly handledMs: number;
}

export interface OpenDeliveriesOptions {
  readonly deliveries: Deliveries;
  /** This process among others. */
  readonly by: string;
  readonly seal: Seal;
  /** The wall clock of all who share the store, in ms since 1970. */
  readonly now: () => number;
  readonly figures: OpenDeliveriesFigures;
  readonly log: Log;
}

/** What is done and could not be noted yet, while the store is away. */
const mostDone = 10_000;

/**
 * Slack sends nothing again that was acknowledged. So what a process has acknowledged stays in the
 * store, sealed, until its asker has the answer. A process that dies in between leaves it to the next
 * one: the same after a restart, or another that shares the store.
 *
 * One that dies after its answer went out and before that is noted lets the answer come twice.
 */
export function createOpenDeliveries(options: OpenDeliveriesOptions): OpenDeliveries {
  const { deliveries, by, seal, now, figures, log } = options;
  const claim = { by, forMs: figures.claimMs };
  const underWay = new Set<string>();
  const done = new Set<string>();
  const stopping = new AbortController();
  let writing: Promise<void> | undefined;
  let loop: Promise<void> | undefined;

  /** All that are done by now, in one statement: more may be by the time it is over. */
  function writeDone(): Promise<void> {
    writing ??= (async () => {
      const ids = [...done];
      try {
        await deliveries.ended(ids);
        for (const id of ids) done.delete(id);
      } finally {
        writing = undefined;
      }
    })();
    return writing;
  }

  async function ended(id: string): Promise<void> {
    underWay.delete(id);
    done.add(id);
    // The oldest are past their claim: whoever wanted to has taken them over.
    for (const oldest of done) {
      if (done.size <= mostDone) break;
      done.delete(oldest);
    }
    try {
      // oxlint-disable-next-line no-await-in-loop -- the write before may have begun without it
      while (done.has(id)) await within(writeDone(), figures.handledMs, "the store was too slow");
    } catch (error) {
      // The next look tries again; until then this process keeps its claim.
      log.warn({ error }, "the store could not note that a delivery is done");
    }
  }

  async function takeOver(handle: (id: string, body: Body) => Promise<void>): Promise<void> {
    if (done.size > 0) await writeDone();
    if (underWay.size > 0) await deliveries.keep(claim);
    const left = await deliveries.claim(
      { ...claim, most: figures.takeOverMost },
      { notBefore: now() - figures.lateAnswerMs, mostTimes: figures.takeOverTimes },
    );
    // What was taken and is not begun comes free for another again.
    if (left.length === 0 || stopping.signal.aborted) return;
    log.info({ count: left.length }, "takes over what a process that is gone left unanswered");
    for (const { id, sealed } of left) {
      underWay.add(id);
      void redo(id, sealed, handle);
    }
  }

  async function redo(
    id: string,
    sealed: string,
    handle: (id: string, body: Body) => Promise<void>,
  ): Promise<void> {
    try {
      const text = seal.open(sealed, id);
      if (text === undefined) log.warn("a delivery was sealed with another token: it is let go");
      else await handle(id, JSON.parse(text) as Body);
    } catch (error) {
      log.error({ error }, "a delivery that was taken over broke");
    } finally {
      await ended(id);
    }
  }

  async function run(handle: (id: string, body: Body) => Promise<void>): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- one look after the other
        await takeOver(handle);
      } catch (error) {
        log.warn({ error }, "the store does not say what is left to answer");
      }
      // oxlint-disable-next-line no-await-in-loop -- see above
      await pause(figures.takeOverEveryMs, stopping.signal);
    }
  }

  return {
    async begins(id, body) {
      if (!isAnswerable(body)) return deliveries.begins(id);
      underWay.add(id);
      // Without Slack's old word for "this is from Slack", which the signature stands for.
      const sealed = seal.seal(JSON.stringify({ ...body, token: undefined }), id);
      const isFirst = await deliveries.begins(id, { ...claim, sealed });
      if (!isFirst) underWay.delete(id);
      // A store so slow that nobody waited for it: what it took down now is done already.
      else if (!underWay.has(id)) await ended(id);
      return isFirst;
    },
    ended,
    start(handle) {
      loop ??= run(handle);
    },
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}

/** Whether it is for the bot, and there is a way to answer it later: a window is not there any more. */
function isAnswerable(body: unknown): body is Body {
  if (!isObject(body)) return false;
  if ("event_id" in body) return !isTalk(body["event"]);
  return typeof body["response_url"] === "string";
}

/** What people say among themselves: of a channel's messages, those of other bots alone are answered. */
function isTalk(event: unknown): boolean {
  if (!isObject(event) || event["type"] !== "message") return false;
  return event["channel_type"] !== "im" && !("bot_id" in event);
}

function isObject(value: unknown): value is Body {
  return typeof value === "object" && value !== null;
}
