import { describe, expect, test } from "vitest";
import { askWithClient } from "../../src/ops/doctor/ask-with-client.ts";
import type { Heard } from "../../src/ops/doctor/ask-tencent.ts";
import type { Answer, Sent, TencentClient } from "../../src/tencent/client.ts";
import type { RoomInfo } from "../../src/tencent/room-info.ts";

type Told = Answer<RoomInfo | undefined>;

/** What the doctor hears of a client to which these came, one after the other, and that says this. */
function hear(exchanges: readonly Sent[], answer: Told): Promise<Heard> {
  const client: Pick<TencentClient, "getRoomInfo"> = {
    getRoomInfo(_, { onExchange }) {
      for (const exchange of exchanges) onExchange?.(exchange);
      return Promise.resolve(answer);
    },
  };
  return askWithClient(client, { limitMs: 1_000, signal: new AbortController().signal });
}

const refusal = '{"ActionStatus":"FAIL","ErrorCode":60010,"ErrorInfo":"no","RequestId":"Id-1"}';
const answered = (text: string, status = 200): Sent => ({
  kind: "answer",
  status,
  text,
  date: "Tue, 14 Nov 2023 22:13:20 GMT",
});
const lost = (name: "timed-out" | "out-of-time" | "connection-reset"): Sent => ({
  kind: "fault",
  fault: { name },
  mayStillArrive: true,
});
const fault = (name: Extract<Told, { kind: "fault" }>["fault"]["name"], tries = 1): Told => ({
  kind: "fault",
  fault: { name },
  tries,
});

describe("the doctor hears of the bot's own client", () => {
  test("an answer, with the server's time", async () => {
    const told: Told = { kind: "refused", code: 60010, info: "no", requestId: "Id-1", tries: 1 };
    expect(await hear([answered(refusal)], told)).toEqual({
      kind: "answer",
      status: 200,
      serverTime: 1_700_000_000_000,
      envelope: { kind: "fail", code: 60010, info: "no", requestId: "Id-1" },
    });
  });

  test("what can't be read, with its status", async () => {
    expect(await hear([answered("<html>", 403)], fault("http-status"))).toEqual({
      kind: "answer",
      status: 403,
      serverTime: 1_700_000_000_000,
      envelope: undefined,
    });
  });

  test("the last of several tries", async () => {
    const heard = await hear([answered("<html>", 502), lost("timed-out")], fault("timed-out", 2));
    expect(heard).toEqual({ kind: "fault", fault: { name: "timed-out" } });
  });

  test("a query that had left when the time was up as one without an answer", async () => {
    expect(await hear([lost("out-of-time")], fault("out-of-time"))).toEqual({
      kind: "fault",
      fault: { name: "timed-out" },
    });
  });

  test("a query that a stop cut short as that", async () => {
    expect(await hear([lost("out-of-time")], fault("stopping"))).toEqual({
      kind: "fault",
      fault: { name: "stopping" },
    });
  });

  test("a query that never left as our own", async () => {
    const heard = await hear([], fault("out-of-time", 0));
    expect(heard).toEqual({ kind: "fault", fault: { name: "out-of-time" } });
  });

  test("the cause where the circuit is open", async () => {
    const cause = { name: "name-not-found" } as const;
    const told: Told = { kind: "fault", fault: { name: "circuit-open", cause }, tries: 0 };
    expect(await hear([], told)).toEqual({ kind: "fault", fault: cause });
  });

  test("that the account is locked, though Tencent was not asked again", async () => {
    const told: Told = {
      kind: "refused",
      code: 70050,
      info: "locked",
      requestId: "Id-2",
      tries: 0,
    };
    expect(await hear([], told)).toMatchObject({
      kind: "answer",
      serverTime: undefined,
      envelope: { kind: "fail", code: 70050 },
    });
  });
});
