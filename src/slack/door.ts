import type { Logger as BoltLogger, Receiver, webApi } from "@slack/bolt";
import type { SlackMode } from "../config.ts";
import type { Observe, SlackEvent } from "../ops/events.ts";
import type { Unreadiness } from "../ops/health.ts";
import type { Log } from "../ops/log.ts";
import type { Handler } from "../ops/server.ts";
import { createHttpReceiver } from "./receivers/http.ts";
import { createSocketReceiver } from "./receivers/socket.ts";
import type { SocketState } from "./socket-states.ts";

export interface DoorOptions {
  readonly mode: SlackMode;
  readonly apiUrl: string;
  /** Bytes of a request's body that are read at most. */
  readonly requestBodyLimit: number;
  readonly socketConnections: number;
  readonly socketStartTimeoutMs: number;
  /** A connection on which no pong came for so long counts as none, in ms. */
  readonly pongMs: number;
  readonly log: Log;
  readonly boltLogger: BoltLogger;
  readonly fetch: webApi.FetchFunction;
  readonly observe: Observe<SlackEvent>;
}

/** Slack's way in, whichever it is. */
export interface Door {
  readonly receiver: Receiver;
  readonly routes: Readonly<Record<string, Handler>>;
  readonly unreadinesses: () => readonly Unreadiness[];
  /** The connections of Socket Mode; undefined in HTTP mode. */
  readonly sockets: (() => readonly SocketState[]) | undefined;
}

export function createDoor(options: DoorOptions): Door {
  const { mode, log, boltLogger, observe, pongMs } = options;
  if (mode.kind === "http") {
    const http = createHttpReceiver({
      signingSecrets: mode.signingSecrets,
      bodyLimit: options.requestBodyLimit,
      log,
      boltLogger,
      onRefused: (reason) => observe({ kind: "request-refused", reason }),
    });
    return {
      receiver: http.receiver,
      routes: { "POST /slack/events": http.handle },
      unreadinesses: () => [],
      sockets: undefined,
    };
  }
  const socket = createSocketReceiver({
    appToken: mode.appToken,
    apiUrl: options.apiUrl,
    boltLogger,
    connections: options.socketConnections,
    startTimeoutMs: options.socketStartTimeoutMs,
    fetch: options.fetch,
    onReconnect: () => observe({ kind: "reconnect" }),
  });
  return {
    receiver: socket.receiver,
    routes: {},
    sockets: socket.states,
    unreadinesses() {
      const open = socket.states().filter(({ isOpen }) => isOpen);
      if (open.length === 0) return [closed];
      const isHeard = open.some(({ pongAgeMs = Infinity }) => pongAgeMs <= pongMs);
      return isHeard ? [] : [silent(pongMs)];
    },
  };
}

const closed: Unreadiness = {
  reason: "socket-closed",
  explanation: "No Socket Mode connection to Slack is open.",
};

function silent(ms: number): Unreadiness {
  return {
    reason: "socket-silent",
    explanation: `Slack has answered on no Socket Mode connection for ${ms / 1000} seconds.`,
  };
}
