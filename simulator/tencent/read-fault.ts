import { isJsonObject } from "./json-text.ts";
import type { JsonObject } from "./json-text.ts";
import type { Fault } from "./weather.ts";

/** A fault that came as JSON; throws for anything else, so that a mistyped test does not pass. */
export function readFault(value: unknown): Fault {
  if (!isJsonObject(value)) throw new TypeError("A fault is an object with a kind");
  const kind = typeof value.kind === "string" ? value.kind : "";
  switch (kind) {
    case "no-room-info":
    case "wrong-types":
    case "hang":
    case "reset":
    case "refuse-after-headers":
    case "cut":
    case "not-json":
    case "wrong-json":
      return { kind };
    case "slow":
    case "drip":
    case "drip-headers":
    case "late":
      return { kind, ms: count(value, "ms") };
    case "http":
      return { kind: "http", status: count(value, "status") };
    case "huge":
      return { kind: "huge", bytes: count(value, "bytes"), chunked: value.chunked === true };
    case "code": {
      const code = count(value, "code");
      if (value.info === undefined) return { kind: "code", code };
      if (typeof value.info !== "string") throw new TypeError("info is a string");
      return { kind: "code", code, info: value.info };
    }
    default:
      throw new TypeError(`There is no fault of kind ${JSON.stringify(value.kind)}`);
  }
}

export function readFaultOrNull(value: unknown): Fault | null {
  return value === null ? null : readFault(value);
}

export function count(from: JsonObject, name: string): number {
  const value = from[name];
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0) {
    throw new TypeError(`${name} is a whole number, 0 or more`);
  }
  return value;
}
