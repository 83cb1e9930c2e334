import { beforeAll, describe, expect, it } from "vitest";
import type { Fault } from "../../../simulator/tencent/weather.ts";
import { answerTo, faultStage } from "../../support/fault-stage.ts";
import type { Stage } from "../../support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await faultStage("http");
});

/** What the asker reads while Tencent answers like this, and how often it was asked. */
async function under(fault: Fault, name: string = fault.kind) {
  const room = `room-${name}`;
  stage.tencent.rooms.create({ RoomId: room });
  stage.tencent.weather.setForRoom(room, fault);
  const { words } = await answerTo(stage.slack, room);
  return { words, queries: stage.tencent.stats().byRoom.get(room) };
}

describe.concurrent("Tencent's answers", () => {
  it("a gateway answers 502 with a page of HTML", async () => {
    const { words, queries } = await under({ kind: "http", status: 502 });
    expect(words).toContain("Tencent's front door failed (HTTP 502)");
    expect(words).toContain("*Who acts:* Tencent.");
    expect(words).not.toContain("<html>");
    expect(queries).toBe(3);
  });

  it("something else answers 404 at Tencent's address", async () => {
    const { words, queries } = await under({ kind: "http", status: 404 }, "404");
    expect(words).toContain("does not seem to be Tencent's (HTTP 404)");
    expect(words).toContain("*Who acts:* The people who run this bot.");
    expect(queries).toBe(1);
  });

  it("Tencent's answer is no JSON", async () => {
    const { words, queries } = await under({ kind: "not-json" });
    expect(words).toContain("Tencent's answer could not be read");
    expect(queries).toBe(3);
  });

  it("Tencent's answer is JSON of another kind", async () => {
    const { words, queries } = await under({ kind: "wrong-json" });
    expect(words).toContain("Tencent's answer could not be read");
    expect(queries).toBe(3);
  });

  it("Tencent's answer has wrong types in every field", async () => {
    const { words, queries } = await under({ kind: "wrong-types" });
    expect(words).toContain("Live room");
    expect(words).toContain("RequestId Id-");
    expect(words).not.toMatch(/\[object|undefined|NaN|yesterday|perhaps|null/);
    expect(queries).toBe(1);
  });

  it("Tencent's answer is far too long", async () => {
    const { words, queries } = await under({ kind: "huge", bytes: 20_000 });
    expect(words).toContain("Tencent's answer was too long to be true");
    expect(queries).toBe(1);
  });

  it("Tencent's answer is far too long without saying so", async () => {
    const fault = { kind: "huge", bytes: 20_000, chunked: true } as const;
    const { words, queries } = await under(fault, "chunked");
    expect(words).toContain("Tencent's answer was too long to be true");
    expect(queries).toBe(1);
  });

  it("Tencent says OK and sends no room", async () => {
    const { words, queries } = await under({ kind: "no-room-info" });
    expect(words).toContain("No room with this ID right now");
    expect(words).toContain("Code 0");
    expect(words).toContain("RequestId Id-");
    expect(queries).toBe(1);
  });
});
