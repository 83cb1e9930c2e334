import type { Logger as BoltLogger, Receiver } from "@slack/bolt";
import type { SlackMode } from "../config.ts";
import type { Unreadiness } from "../ops/health.ts";
import type { Log } from "../ops/log.ts";
import type { Handler } from "../ops/server.ts";
import { createHttpReceiver } from "./receivers/http.ts";
import { createSocketReceiver } from "./receivers/socket.ts";

export interface DoorOptions {
  readonly mode: SlackMode;
  readonly apiUrl: string;
  /** Bytes of a request's body that are read at most. */
  readonly requestBodyLimit: number;
  readonly socketConnections: number;
  readonly socketStartTimeoutMs: number;
  readonly log: Log;
  readonly boltLogger: BoltLogger;
}

/** Slack's way in, whichever it is. */
export interface Door {
  readonly receiver: Receiver;
  readonly routes: Readonly<Record<string, Handler>>;
  readonly unreadinesses: () => readonly Unreadiness[];
}

export function createDoor(options: DoorOptions): Door {
  const { mode, log, boltLogger } = options;
  if (mode.kind === "http") {
    const http = createHttpReceiver({
      signingSecrets: mode.signingSecrets,
      bodyLimit: options.requestBodyLimit,
      log,
      boltLogger,
    });
    return {
      receiver: http.receiver,
      routes: { "POST /slack/events": http.handle },
      unreadinesses: () => [],
    };
  }
  const socket = createSocketReceiver({
    appToken: mode.appToken,
    apiUrl: options.apiUrl,
    boltLogger,
    connections: options.socketConnections,
    startTimeoutMs: options.socketStartTimeoutMs,
  });
  return {
    receiver: socket.receiver,
    routes: {},
    unreadinesses: () =>
      socket.open() > 0
        ? []
        : [{ reason: "socket-closed", explanation: "No Socket Mode connection to Slack is open." }],
  };
}
