import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { createLine } from "../../src/lib/line.ts";

interface Person {
  readonly name: number;
}

type Step =
  | { readonly kind: "join" }
  | { readonly kind: "leave"; readonly who: number }
  | { readonly kind: "return"; readonly who: number }
  | { readonly kind: "next" };

const steps = fc.array(
  fc.oneof(
    fc.constant<Step>({ kind: "join" }),
    fc.record({ kind: fc.constant("leave" as const), who: fc.nat(40) }),
    fc.record({ kind: fc.constant("return" as const), who: fc.nat(40) }),
    fc.constant<Step>({ kind: "next" }),
  ),
  { maxLength: 120 },
);

/** Walks the line and a plain array side by side, and says what each answered. */
function walk(script: readonly Step[]): { line: unknown[]; array: unknown[] } {
  const line = createLine<Person>();
  const array: Person[] = [];
  const people: Person[] = [];
  const heard: { line: unknown[]; array: unknown[] } = { line: [], array: [] };

  const enter = (person: Person): void => {
    line.join(person);
    if (!array.includes(person)) array.push(person);
  };
  for (const step of script) {
    if (step.kind === "join") {
      const person = { name: people.length };
      people.push(person);
      enter(person);
    } else if (step.kind === "next") {
      heard.line.push(line.next());
      heard.array.push(array.shift());
    } else {
      const person = people[step.who % Math.max(1, people.length)];
      if (person === undefined) continue;
      if (step.kind === "return") {
        enter(person);
      } else {
        const place = array.indexOf(person);
        heard.line.push(line.leave(person));
        heard.array.push(place >= 0);
        if (place >= 0) array.splice(place, 1);
      }
    }
    heard.line.push(line.length);
    heard.array.push(array.length);
  }
  while (array.length > 0) {
    heard.line.push(line.next());
    heard.array.push(array.shift());
  }
  heard.line.push(line.next());
  heard.array.push(undefined);
  return heard;
}

describe("a line", () => {
  test("answers as an array would, whoever joins, leaves, comes back and is called", () => {
    fc.assert(
      fc.property(steps, (script) => {
        const { line, array } = walk(script);
        expect(line).toEqual(array);
      }),
    );
  });

  test("calls those who are left in the order in which they came", () => {
    const line = createLine<Person>();
    const [first, second, third] = [{ name: 1 }, { name: 2 }, { name: 3 }];
    for (const person of [first, second, third]) line.join(person);
    expect(line.leave(second)).toBe(true);
    expect(line.leave(second)).toBe(false);
    expect([line.next(), line.next(), line.next()]).toEqual([first, third, undefined]);
  });

  test("works again after it was empty", () => {
    const line = createLine<Person>();
    expect(line.next()).toBeUndefined();
    line.join({ name: 1 });
    expect(line.next()).toEqual({ name: 1 });
    expect(line.next()).toBeUndefined();
    line.join({ name: 2 });
    expect(line.length).toBe(1);
    expect(line.next()).toEqual({ name: 2 });
  });
});
