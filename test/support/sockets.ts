import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";
import { MessageEvent, type WebSocket } from "undici";

/** The WebSockets that this process opened while it was watched, oldest first. */
export interface OpenedSockets {
  /** Gives one of them what Slack says before it closes a connection. */
  refresh(index: number): void;
  /** Cuts one of them off without a word. */
  drop(index: number): void;
  stop(): void;
}

/** Source: undici's documentation of its diagnostics channels. */
const connected = "undici:client:connected";
const opened = "undici:websocket:open";

interface Opened {
  readonly webSocket: WebSocket;
  readonly wire: Socket | undefined;
}

export function watchSockets(): OpenedSockets {
  const wires: Socket[] = [];
  const list: Opened[] = [];
  const keepWire = (message: unknown): void => {
    wires.push((message as { socket: Socket }).socket);
  };
  const keep = (message: unknown): void => {
    const { websocket, address } = message as {
      websocket: WebSocket;
      address: { port: number };
    };
    const wire = wires.find(({ localPort }) => localPort === address.port);
    list.push({ webSocket: websocket, wire });
  };
  subscribe(connected, keepWire);
  subscribe(opened, keep);
  const at = (index: number): Opened => {
    const found = list[index];
    if (found === undefined) throw new Error(`only ${list.length} WebSockets were opened`);
    return found;
  };
  return {
    refresh(index) {
      const data = JSON.stringify({ type: "disconnect", reason: "refresh_requested" });
      at(index).webSocket.dispatchEvent(new MessageEvent("message", { data }));
    },
    drop(index) {
      const { wire } = at(index);
      if (wire === undefined) throw new Error("the connection of this WebSocket is not known");
      wire.resetAndDestroy();
    },
    stop() {
      unsubscribe(connected, keepWire);
      unsubscribe(opened, keep);
    },
  };
}
