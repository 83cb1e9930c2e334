import { beforeEach, describe, expect, test } from "vitest";
import { createTencentHealth, type TencentHealth } from "../../src/ops/tencent-health.ts";
import type { Answer } from "../../src/tencent/client.ts";
import type { FaultName } from "../../src/tencent/fault.ts";

let now = 0;
let health: TencentHealth;
beforeEach(() => {
  now = 0;
  health = createTencentHealth({ tencentFailures: 3, tencentNewsMs: 60_000, now: () => now });
});

const ok: Answer<unknown> = { kind: "ok", data: undefined, requestId: "r" };
const refused = (code: number): Answer<unknown> => ({
  kind: "refused",
  code,
  info: "",
  requestId: "r",
  tries: 1,
});
const faulty = (name: FaultName): Answer<unknown> => ({ kind: "fault", fault: { name }, tries: 1 });

function hear(...answers: readonly Answer<unknown>[]): void {
  for (const answer of answers) {
    const times = { from: now, to: now };
    health.observe({ kind: "query", lane: "person", answer, retry: undefined, ...times });
  }
}

const reasons = (): string[] => health.check().map(({ reason }) => reason);
const thrice = (answer: Answer<unknown>): void => hear(answer, answer, answer);

describe("Tencent's health", () => {
  test("is well while nothing is known", () => expect(reasons()).toEqual([]));

  test("is lost with three in a row that got no answer, not with two", () => {
    hear(faulty("timed-out"), faulty("connection-reset"));
    expect(reasons()).toEqual([]);
    hear(faulty("timed-out"));
    expect(reasons()).toEqual(["tencent-not-answering"]);
  });

  test.each([60_020, 70_001, 70_003, 70_009, 60_010])(
    "is lost with three refusals of this bot as such: %i",
    (code) => {
      thrice(refused(code));
      expect(reasons()).toEqual(["tencent-refusing"]);
      expect(health.check()[0]?.explanation).toContain(`code ${code}`);
    },
  );

  test.each([100_004, 100_002, 10_010, 10_015, 20_001])(
    "stays with refusals that are about a room: %i",
    (code) => {
      thrice(refused(code));
      expect(reasons()).toEqual([]);
    },
  );

  test.each<FaultName>(["out-of-time", "stopping", "too-many-waiting"])(
    "stays with what is our own doing: %s",
    (name) => {
      thrice(faulty(name));
      expect(reasons()).toEqual([]);
    },
  );

  test("is found with any answer about a room", () => {
    thrice(faulty("timed-out"));
    hear(refused(100_004));
    expect(reasons()).toEqual([]);
    thrice(faulty("timed-out"));
    hear(ok);
    hear(faulty("timed-out"));
    expect(reasons()).toEqual([]);
  });

  test("is not known any more a minute after the last answer, so that a bot is given a chance", () => {
    thrice(faulty("timed-out"));
    now = 59_999;
    expect(reasons()).toEqual(["tencent-not-answering"]);
    now = 60_000;
    expect(reasons()).toEqual([]);
    // One more shows that nothing has changed.
    hear(faulty("timed-out"));
    expect(reasons()).toEqual(["tencent-not-answering"]);
  });
});
