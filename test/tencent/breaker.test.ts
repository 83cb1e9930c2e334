import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { createBreaker, type Breaker, type Circuit } from "../../src/tencent/breaker.ts";

const figures = {
  circuitQuestions: 3,
  circuitSpanMs: 2_000,
  circuitWindowMs: 30_000,
  circuitRestMs: 5_000,
};
const broken = { kind: "broken", fault: { name: "timed-out" } } as const;
const answered = { kind: "answered" } as const;
const unknown = { kind: "unknown" } as const;

let breaker: Breaker;
let heard: Circuit["kind"][];
beforeEach(() => {
  vi.useFakeTimers();
  breaker = createBreaker(figures);
  heard = [];
  breaker.onChange(() => heard.push(breaker.circuit.kind));
});
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => void vi.advanceTimersByTime(ms);
const fail = (question: string) => breaker.begin(question)?.end(broken);

function open(): void {
  fail("a");
  fail("b");
  pass(2_000);
  fail("c");
  expect(breaker.circuit).toMatchObject({ kind: "open", cause: broken.fault });
}

describe("a circuit stays closed", () => {
  test("while one question alone fails, however often", () => {
    for (let time = 0; time < 100; time += 1) {
      fail("a");
      pass(1_000);
    }
    expect(breaker.circuit.kind).toBe("closed");
  });

  test("through a blip, however many fail in it", () => {
    for (let index = 0; index < 200; index += 1) fail(`room-${index}`);
    pass(1_900);
    fail("last");
    expect(breaker.circuit.kind).toBe("closed");
  });

  test("while anything is answered in between", () => {
    for (let time = 0; time < 50; time += 1) {
      fail(`a-${time}`);
      fail(`b-${time}`);
      pass(3_000);
      breaker.begin("good")?.end(answered);
    }
    expect(breaker.circuit.kind).toBe("closed");
  });

  test("while failures are rare", () => {
    for (let time = 0; time < 50; time += 1) {
      fail(`room-${time}`);
      pass(20_000);
    }
    expect(breaker.circuit.kind).toBe("closed");
  });

  test("when queries fail that were sent before the last answer", () => {
    const late = Array.from({ length: 10 }, (_, index) => breaker.begin(`room-${index}`));
    pass(1_000);
    breaker.begin("good")?.end(answered);
    for (const trial of late) {
      pass(1_000);
      trial?.end(broken);
    }
    expect(breaker.circuit.kind).toBe("closed");
  });

  test("when questions are given up by those who asked", () => {
    for (let index = 0; index < 10; index += 1) {
      breaker.begin(`room-${index}`)?.end(unknown);
      pass(1_000);
    }
    expect(breaker.circuit.kind).toBe("closed");
  });
});

describe("an open circuit", () => {
  beforeEach(open);

  test("lets nothing through until its rest is over, then one probe at a time", () => {
    pass(4_990);
    expect(breaker.begin("d")).toBeUndefined();
    expect(breaker.mayTry).toBe(false);
    pass(20);
    expect(breaker.mayTry).toBe(true);
    expect(breaker.begin("d")).toBeDefined();
    expect(breaker.circuit.kind).toBe("half-open");
    expect(breaker.begin("e")).toBeUndefined();
    pass(60_000);
    expect(breaker.begin("e")).toBeUndefined();
  });

  test("closes with the first answer to a probe", () => {
    pass(5_010);
    breaker.begin("d")?.end(answered);
    expect(breaker.circuit.kind).toBe("closed");
    expect(breaker.begin("e")).toBeDefined();
    expect(heard).toEqual(["open", "open", "half-open", "closed"]);
  });

  test("rests again after a probe that fails, and tells of that fault", () => {
    pass(5_010);
    breaker.begin("d")?.end({ kind: "broken", fault: { name: "connection-reset" } });
    expect(breaker.circuit).toMatchObject({ kind: "open", cause: { name: "connection-reset" } });
    expect(breaker.begin("e")).toBeUndefined();
    pass(5_010);
    expect(breaker.begin("e")).toBeDefined();
  });

  test("lets the next one try at once where the one who probed went away", () => {
    pass(5_010);
    breaker.begin("d")?.end(unknown);
    expect(breaker.mayTry).toBe(true);
    expect(breaker.begin("e")).toBeDefined();
  });

  test("closes when a query is answered that was sent before", () => {
    breaker = createBreaker(figures);
    const old = breaker.begin("old");
    open();
    old?.end(answered);
    expect(breaker.circuit.kind).toBe("closed");
  });

  test("takes no notice of queries that fail and were sent before", () => {
    breaker = createBreaker(figures);
    const old = breaker.begin("old");
    open();
    pass(4_000);
    old?.end(broken);
    pass(1_010);
    expect(breaker.mayTry).toBe(true);
  });

  test("once closed needs as many failures as ever to open", () => {
    pass(5_010);
    breaker.begin("d")?.end(answered);
    fail("a");
    pass(3_000);
    fail("b");
    expect(breaker.circuit.kind).toBe("closed");
  });
});
