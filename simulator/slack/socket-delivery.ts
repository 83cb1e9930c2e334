import { randomUUID } from "node:crypto";
import type { Ack, Delivery } from "./delivery.ts";
import { ackError } from "./delivery.ts";
import type { JsonObject } from "./json.ts";
import { isObject, stringOf } from "./json.ts";
import type { ConnectionOptions, Connections } from "./socket-connections.ts";
import { createConnections } from "./socket-connections.ts";

export interface SocketMode extends Connections {
  deliver(delivery: Delivery, repeats: number, limitMs: number): Promise<Ack>;
}

export function createSocketMode(options: Omit<ConnectionOptions, "onMessage">): SocketMode {
  const waiting = new Map<string, (message: JsonObject) => void>();

  /** An ack may come over any connection: it is known by its envelope alone. */
  function onMessage(message: JsonObject): void {
    const id = stringOf(message["envelope_id"]);
    const resolve = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || resolve === undefined) return;
    waiting.delete(id);
    resolve(message);
  }

  const connections = createConnections({ ...options, onMessage });

  function deliver(delivery: Delivery, repeats: number, limitMs: number): Promise<Ack> {
    const started = performance.now();
    const id = randomUUID();
    const envelope = JSON.stringify(envelopeOf(id, delivery));
    const connection = connections.next();
    if (connection === undefined) return Promise.resolve(unanswered("unreachable", 0));
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        waiting.delete(id);
        resolve(unanswered("too_late", performance.now() - started));
      }, limitMs);
      waiting.set(id, (message) => {
        clearTimeout(timer);
        resolve(acked(message, performance.now() - started));
      });
      for (let left = repeats; left >= 0; left -= 1) connection.send(envelope);
    });
  }

  return {
    ...connections,
    get size() {
      return connections.size;
    },
    deliver,
  };
}

function envelopeOf(id: string, delivery: Delivery): JsonObject {
  const { type, payload, acceptsPayload, retry } = delivery;
  const envelope: JsonObject = {
    envelope_id: id,
    payload,
    type,
    accepts_response_payload: acceptsPayload,
  };
  if (type !== "events_api") return envelope;
  return { ...envelope, retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? "" };
}

function acked(message: JsonObject, ms: number): Ack {
  const payload = message["payload"];
  const body = isObject(payload) && Object.keys(payload).length > 0 ? payload : undefined;
  return { ok: true, status: 200, ms, body, late: false, error: undefined };
}

function unanswered(failure: "too_late" | "unreachable", ms: number): Ack {
  const error = ackError(undefined, failure);
  return { ok: false, status: undefined, ms, body: undefined, late: failure === "too_late", error };
}
