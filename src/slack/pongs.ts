import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { monotonic, type MonotonicClock } from "../lib/time.ts";

/** When each WebSocket was last heard of: a pong, or its opening. */
export interface Pongs {
  /** In ms; undefined for a socket that never opened. */
  readonly ageOf: (webSocket: object) => number | undefined;
  readonly stop: () => void;
}

/** Source: undici's documentation of its diagnostics channels. The client keeps pongs to itself. */
const channels = ["undici:websocket:open", "undici:websocket:pong"] as const;

export function watchPongs(now: MonotonicClock = monotonic): Pongs {
  const heardAt = new WeakMap<object, number>();
  const hear = (message: unknown): void => {
    if (typeof message !== "object" || message === null || !("websocket" in message)) return;
    const { websocket } = message;
    if (typeof websocket === "object" && websocket !== null) heardAt.set(websocket, now());
  };
  for (const channel of channels) subscribe(channel, hear);
  return {
    ageOf(webSocket) {
      const at = heardAt.get(webSocket);
      return at === undefined ? undefined : now() - at;
    },
    stop() {
      for (const channel of channels) unsubscribe(channel, hear);
    },
  };
}
