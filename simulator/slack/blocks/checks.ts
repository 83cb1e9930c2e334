import type { JsonObject } from "../json.ts";
import { isObject } from "../json.ts";

/** One thing that is wrong, in Slack's words, and where: a JSON pointer. */
export interface Problem {
  readonly pointer: string;
  readonly message: string;
}

/** Looks at a value and says what is wrong with it. */
export type Check = (value: unknown, at: string) => Problem[];

function problem(pointer: string, message: string): Problem[] {
  return [{ pointer, message }];
}

/** Code points, not UTF-16 units: an emoji is one character. */
export function lengthOf(characters: string): number {
  let length = 0;
  for (const _ of characters) length += 1;
  return length;
}

export function text(min: number, max: number): Check {
  return (value, at) => {
    if (typeof value !== "string") return problem(at, "must provide a string");
    const length = lengthOf(value);
    if (length < min) return problem(at, `must be more than ${min - 1} characters`);
    if (length > max) return problem(at, `must be less than ${max + 1} characters`);
    return [];
  };
}

export const bool: Check = (value, at) =>
  typeof value === "boolean" ? [] : problem(at, "must provide a boolean");

export const whole: Check = (value, at) =>
  Number.isInteger(value) ? [] : problem(at, "must provide an integer");

export function oneOf(...allowed: readonly string[]): Check {
  return (value, at) =>
    typeof value === "string" && allowed.includes(value)
      ? []
      : problem(at, `must be one of: ${allowed.join(", ")}`);
}

export function list(item: Check, min: number, max: number): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return problem(at, "must provide an array");
    if (value.length < min) return problem(at, `no less than ${min} items allowed`);
    if (value.length > max) return problem(at, `no more than ${max} items allowed`);
    return value.flatMap((entry, index) => item(entry, `${at}/${index}`));
  };
}

/** An object with these fields and no others. */
export function shape(
  required: Record<string, Check>,
  optional: Record<string, Check> = {},
): Check {
  const known: Record<string, Check> = { ...required, ...optional };
  return (value, at) => {
    if (!isObject(value)) return problem(at, "must provide an object");
    const problems: Problem[] = [];
    for (const name of Object.keys(required)) {
      if (value[name] === undefined)
        problems.push({ pointer: at, message: `missing required field: ${name}` });
    }
    for (const [name, field] of Object.entries(value)) {
      const check = Object.hasOwn(known, name) ? known[name] : undefined;
      if (check === undefined) {
        problems.push({ pointer: at, message: `invalid additional property: ${name}` });
      } else {
        problems.push(...check(field, `${at}/${name}`));
      }
    }
    return problems;
  };
}

/** One of several shapes, told apart by the field `type`. */
export function byType(shapes: Record<string, Check>): Check {
  return (value, at) => {
    if (!isObject(value)) return problem(at, "must provide an object");
    const { type } = value;
    if (typeof type !== "string") return problem(at, "missing required field: type");
    const check = Object.hasOwn(shapes, type) ? shapes[type] : undefined;
    return check === undefined
      ? problem(`${at}/type`, `unsupported type: ${type}`)
      : check(value, at);
  };
}

/** A further rule about an object whose fields were checked already. */
export function also(check: Check, rule: (value: JsonObject, at: string) => Problem[]): Check {
  return (value, at) => [...check(value, at), ...(isObject(value) ? rule(value, at) : [])];
}
