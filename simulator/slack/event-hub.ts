import type { Change } from "./changes.ts";
import type { EventDelivery, EventParts } from "./events.ts";
import { deliverEvent } from "./events.ts";
import type { Release } from "./held-events.ts";
import { createHeldEvents } from "./held-events.ts";
import type { JsonObject } from "./json.ts";
import type { EventName, NamedEvent } from "./message-events.ts";
import { linkShared, messageEvents } from "./message-events.ts";
import { eventCallback } from "./payloads.ts";
import { mayHear } from "./scopes.ts";
import { shareOf } from "./shares.ts";
import type { Workspace } from "./workspace.ts";

export interface HubOptions {
  /** What the app subscribes to. */
  readonly events: readonly EventName[];
  readonly scopes: readonly string[] | undefined;
  readonly unfurlDomains: readonly string[];
}

interface Parts extends EventParts {
  readonly workspace: Workspace;
  readonly now: () => number;
  readonly eventRepeats: () => number;
}

/** Everything that reaches the app as an event. */
export interface EventHub {
  /** Delivers whatever the test wants delivered, subscribed or not; while events are held, waits. */
  readonly deliver: (event: JsonObject) => Promise<EventDelivery>;
  /** Delivers what the app subscribes to and may hear; while events are held, returns at once. */
  readonly emit: (events: readonly NamedEvent[]) => Promise<readonly EventDelivery[]>;
  /** The events that come of a change to a message. */
  readonly announce: (change: Change) => Promise<readonly EventDelivery[]>;
  readonly hold: () => void;
  readonly release: (options?: Release) => Promise<readonly EventDelivery[]>;
}

export function createEventHub(options: HubOptions, parts: Parts): EventHub {
  const { workspace } = parts;
  const held = createHeldEvents();
  let holding = false;

  function isHeard(name: EventName): boolean {
    return options.events.includes(name) && mayHear(name, options.scopes);
  }

  function deliver(event: JsonObject): Promise<EventDelivery> {
    const payload = eventCallback(workspace, event, parts.now());
    return holding ? held.add(payload) : deliverEvent(payload, parts.eventRepeats(), parts);
  }

  async function emit(events: readonly NamedEvent[]): Promise<readonly EventDelivery[]> {
    const deliveries = events.filter(({ name }) => isHeard(name)).map(({ body }) => deliver(body));
    return holding ? [] : Promise.all(deliveries);
  }

  /** Apps hear nothing of links in their own messages, nor of those that classic webhooks post. */
  function linkEvents({ kind, message }: Change): NamedEvent[] {
    const { via, user } = message;
    if (kind !== "posted" || via === "webhook" || user === workspace.botUser) return [];
    const share = isHeard("link_shared") ? shareOf(message, options.unfurlDomains) : undefined;
    if (share === undefined) return [];
    workspace.shares.push(share);
    return [linkShared(share, message, workspace)];
  }

  return {
    deliver,
    emit,
    announce: (change) => emit([...messageEvents(change, workspace), ...linkEvents(change)]),
    hold: () => {
      holding = true;
    },
    release: (release = {}) => {
      holding = false;
      return held.release(release, parts.send);
    },
  };
}
