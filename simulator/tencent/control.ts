import type { ServerResponse } from "node:http";

import { isJsonObject, parseJson, toJsonText } from "./json-text.ts";
import type { JsonObject, JsonValue } from "./json-text.ts";
import { count, readFault, readFaultOrNull } from "./read-fault.ts";
import type { Query } from "./receive.ts";
import type { RoomInfo } from "./rooms.ts";
import type { TencentSimulator } from "./server.ts";

// Steering from another process: GET stats, POST reset, POST weather, POST rooms, POST changes. None
// of it counts as a query.

type Control = (simulator: TencentSimulator, body: unknown) => JsonValue;

const controls: Readonly<Record<string, Control>> = {
  "GET /_simulator/stats": (simulator) => {
    const stats = simulator.stats();
    return {
      ...stats,
      byRoom: Object.fromEntries(stats.byRoom),
      closestByRoom: Object.fromEntries(stats.closestByRoom),
    };
  },
  "POST /_simulator/reset": (simulator) => {
    simulator.resetStats();
    return {};
  },
  "POST /_simulator/weather": changeWeather,
  "POST /_simulator/rooms": createRooms,
  "POST /_simulator/changes": changeRooms,
};

export function handleControl(
  simulator: TencentSimulator,
  query: Query,
  response: ServerResponse,
): void {
  const control = controls[`${query.method} ${query.path}`];
  response.setHeader("content-type", "application/json");
  if (control === undefined) {
    response.statusCode = 404;
    response.end(toJsonText({ error: "There is no such control" }));
    return;
  }
  try {
    response.end(toJsonText(control(simulator, parseJson(query.body))));
  } catch (error) {
    response.statusCode = 400;
    response.end(toJsonText({ error: error instanceof Error ? error.message : "Unreadable" }));
  }
}

/** `{latency: [5, 40], always: fault | null, rooms: {id: fault | null}, next: {count, fault}}`. */
function changeWeather({ weather }: TencentSimulator, body: unknown): JsonValue {
  const { latency, always, rooms, next } = objectFrom(body);
  if (latency !== undefined) weather.latency = readLatency(latency);
  if (always !== undefined) weather.set(readFaultOrNull(always));
  if (rooms !== undefined) {
    for (const [roomId, fault] of Object.entries(objectFrom(rooms))) {
      weather.setForRoom(roomId, readFaultOrNull(fault));
    }
  }
  if (next !== undefined) {
    const wanted = objectFrom(next);
    weather.next(count(wanted, "count"), readFault(wanted.fault));
  }
  return {};
}

/** A list of rooms, or `{count, prefix}` for rooms prefix-1, prefix-2, and so on. */
function createRooms({ rooms }: TencentSimulator, body: unknown): JsonValue {
  const wanted = Array.isArray(body) ? body.map(roomFrom) : numberedRooms(objectFrom(body));
  for (const room of wanted) rooms.create(room);
  return { created: wanted.length };
}

/** A list of rooms that there are, each with the fields that change. */
function changeRooms({ rooms }: TencentSimulator, body: unknown): JsonValue {
  if (!Array.isArray(body)) throw new TypeError("A list of rooms is wanted here");
  for (const { RoomId, ...fields } of body.map(roomFrom)) rooms.update(RoomId, fields);
  return { changed: body.length };
}

function numberedRooms(wanted: JsonObject): RoomInfo[] {
  const { prefix = "room" } = wanted;
  if (typeof prefix !== "string") throw new TypeError("prefix is a string");
  return Array.from({ length: count(wanted, "count") }, (_, index) => ({
    RoomId: `${prefix}-${index + 1}`,
  }));
}

function roomFrom(value: unknown): RoomInfo {
  const { RoomId, ...fields } = objectFrom(value);
  if (typeof RoomId !== "string") throw new TypeError("A room has a RoomId");
  // Any field may hold anything: a test may want just that.
  return { ...fields, RoomId };
}

export function readLatency(value: unknown): readonly [number, number] {
  const [least, most]: unknown[] = Array.isArray(value) ? value : [];
  if (typeof least !== "number" || typeof most !== "number" || least < 0 || most < least) {
    throw new TypeError("A latency is two numbers of ms, the least and the most");
  }
  return [least, most];
}

function objectFrom(value: unknown): JsonObject {
  if (!isJsonObject(value)) throw new TypeError("A JSON object is wanted here");
  return value;
}
