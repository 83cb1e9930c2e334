import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { WebSocketServer } from "ws";
import { makeNumber, makeSecret } from "./ids.ts";
import type { JsonObject } from "./json.ts";
import { isObject, parseJson } from "./json.ts";

// https://docs.slack.dev/apis/events-api/using-socket-mode
const MOST_CONNECTIONS = 10;
const GOODBYE_MS = 100;

export interface ConnectionOptions {
  readonly appId: string;
  /** Ask each connection to reconnect after this long; undefined: never. */
  readonly refreshMs: number | undefined;
  readonly pingMs: number;
  /** How long a connection that was asked to leave may stay. */
  readonly graceMs: number;
  readonly onMessage: (message: JsonObject) => void;
  /** A connection has come or gone. */
  readonly onChange: () => void;
}

/** Something to send that no app expects. */
export type Frame =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "binary"; readonly bytes: Uint8Array }
  /** Put on the wire as they are, past the rules of WebSockets. */
  | { readonly kind: "raw"; readonly bytes: Uint8Array };

export interface Connections {
  /** The path of a connection that is good once. */
  openTicket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  readonly size: number;
  /** The connection that is next in turn, or undefined when there is none. */
  next(): WebSocket | undefined;
  readonly refresh: (most?: number) => void;
  readonly drop: (most?: number) => number;
  readonly silence: () => number;
  readonly sendFrame: (frame: Frame) => void;
  /** Says goodbye, and cuts off who does not answer. */
  close(): Promise<void>;
}

export function createConnections(options: ConnectionOptions): Connections {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const wires = new WeakMap<WebSocket, { readonly socket: Duplex; pings: NodeJS.Timeout }>();
  let turn = 0;
  const host = "applink-simulator";

  function disconnect(connection: WebSocket, reason: string): void {
    if (!leave(connection)) return;
    connection.send(JSON.stringify({ type: "disconnect", reason, debug_info: { host } }));
    setTimeout(() => connection.close(), options.graceMs).unref();
  }

  /** A connection that was asked to leave is given no more envelopes. */
  function leave(connection: WebSocket): boolean {
    const index = open.indexOf(connection);
    if (index < 0) return false;
    open.splice(index, 1);
    options.onChange();
    return true;
  }

  function welcome(connection: WebSocket, socket: Duplex): void {
    connection.on("error", () => connection.terminate());
    open.push(connection);
    options.onChange();
    if (open.length > MOST_CONNECTIONS) {
      disconnect(connection, "too_many_websockets");
      return;
    }
    connection.send(
      JSON.stringify({
        type: "hello",
        num_connections: open.length,
        debug_info: { host, build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: options.appId },
      }),
    );
    const pings = setInterval(() => connection.ping(makeNumber()), options.pingMs).unref();
    wires.set(connection, { socket, pings });
    const refresh =
      options.refreshMs === undefined
        ? undefined
        : setTimeout(() => disconnect(connection, "refresh_requested"), options.refreshMs).unref();
    connection.on("message", (data: Buffer) => {
      const message = parseJson(data.toString("utf8"));
      if (isObject(message)) options.onMessage(message);
    });
    connection.on("close", () => {
      clearInterval(pings);
      clearTimeout(refresh);
      leave(connection);
    });
  }

  return {
    openTicket() {
      const ticket = makeSecret();
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${options.appId}`;
    },
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? "/", "http://simulator");
      if (url.pathname !== "/link/" || !tickets.delete(url.searchParams.get("ticket") ?? "")) {
        socket.end("HTTP/1.1 401 Unauthorized\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
        return;
      }
      server.handleUpgrade(request, socket, head, (connection) => welcome(connection, socket));
    },
    get size() {
      return open.length;
    },
    next() {
      turn += 1;
      return open[turn % Math.max(open.length, 1)];
    },
    refresh(most = open.length) {
      for (const connection of open.slice(0, most)) disconnect(connection, "refresh_requested");
    },
    async close() {
      const gone = [...server.clients].map((connection) => {
        const closed = once(connection, "close");
        connection.close(1001);
        setTimeout(() => connection.terminate(), GOODBYE_MS).unref();
        return closed;
      });
      await Promise.all(gone);
    },
    drop(most = Number.POSITIVE_INFINITY) {
      const dropped = [...server.clients].slice(0, most);
      for (const connection of dropped) connection.terminate();
      for (const connection of dropped) leave(connection);
      return dropped.length;
    },
    silence() {
      const silenced = open.slice();
      for (const connection of silenced) {
        clearInterval(wires.get(connection)?.pings);
        connection.pause();
        // Slack finds out as the app does: by pings that nobody answers.
        setTimeout(() => leave(connection), options.pingMs).unref();
      }
      return silenced.length;
    },
    sendFrame(frame) {
      for (const connection of open) {
        if (frame.kind === "raw") wires.get(connection)?.socket.write(frame.bytes);
        else connection.send(frame.kind === "text" ? frame.text : frame.bytes);
      }
    },
  };
}
