import type { Ack } from "./delivery.ts";
import type { EventDelivery, EventParts } from "./events.ts";
import type { JsonObject } from "./json.ts";

export interface Release {
  /** How often each event is delivered: once as the first try, then as Slack's retries. */
  readonly times?: number;
  /** The dice of the shuffle; without them the order stays. */
  readonly random?: () => number;
  /** Deliveries under way at once. */
  readonly atOnce?: number;
}

/** Events that wait, to be delivered in another order and more than once. */
export interface HeldEvents {
  readonly size: number;
  add(payload: JsonObject): Promise<EventDelivery>;
  release(options: Release, send: EventParts["send"]): Promise<readonly EventDelivery[]>;
}

interface Waiting {
  readonly payload: JsonObject;
  readonly tries: Ack[];
  readonly resolve: (delivery: EventDelivery) => void;
}

const AT_ONCE = 20;

export function createHeldEvents(): HeldEvents {
  let waiting: Waiting[] = [];

  async function release(
    { times = 1, random, atOnce = AT_ONCE }: Release,
    send: EventParts["send"],
  ): Promise<readonly EventDelivery[]> {
    const held = waiting;
    waiting = [];
    const copies = held.flatMap((event) =>
      Array.from({ length: times }, (_, attempt) => ({ event, attempt })),
    );
    if (random !== undefined) shuffle(copies, random);
    const queue = copies.values();
    async function work(): Promise<void> {
      for (const { event, attempt } of queue) {
        const retry = attempt === 0 ? undefined : ({ attempt, reason: "timeout" } as const);
        const { payload } = event;
        event.tries.push(await send({ type: "events_api", payload, acceptsPayload: false, retry }));
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work));
    return held.flatMap(({ payload, tries, resolve }) => {
      const [ack] = tries;
      if (ack === undefined) return [];
      const delivery = { payload, tries, ack, done: Promise.resolve() };
      resolve(delivery);
      return [delivery];
    });
  }

  return {
    get size() {
      return waiting.length;
    },
    add: (payload) =>
      new Promise((resolve) => {
        waiting.push({ payload, tries: [], resolve });
      }),
    release,
  };
}

/** Fisher and Yates. */
function shuffle(list: unknown[], random: () => number): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other], list[last]];
  }
}
