import * as fc from "fast-check";
import { expect, test } from "vitest";
import { resultCard } from "../../src/cards/result-card.ts";
import type { RoomId } from "../../src/room/room-id.ts";
import { roomOf } from "../../src/room/room.ts";
import { readEnvelope } from "../../src/tencent/envelope.ts";
import { readRoomInfo, roomInfoSchema } from "../../src/tencent/room-info.ts";
import { hostileText } from "./arbitrary.ts";
import { flawsOf } from "./flaws.ts";

const value = fc.oneof(
  hostileText,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(hostileText, fc.integer()), { maxLength: 5 }),
  fc.constantFrom("true", "0", "1", "FreeToTake", "144115233775727695"),
);

const info = fc.record(
  Object.fromEntries([...Object.keys(roomInfoSchema.shape), "Notice"].map((key) => [key, value])),
  { requiredKeys: [] },
);

test("any RoomInfo, from Tencent's bytes on, becomes a card that Slack takes, with nothing live", () => {
  fc.assert(
    fc.property(info, hostileText, fc.boolean(), (RoomInfo, RequestId, shared) => {
      const body = JSON.stringify({
        ActionStatus: "OK",
        ErrorCode: 0,
        RequestId,
        Response: { RoomInfo },
      });
      const envelope = readEnvelope(body);
      if (envelope?.kind !== "ok") throw new Error("the answer was not read");
      const reading = readRoomInfo(envelope.response);
      if (!reading.ok || reading.data === undefined) throw new Error("the room was not read");
      const id = "asked" as RoomId;
      const room = roomOf(reading.data, id);
      const { requestId } = envelope;
      const result = { kind: "found", id, room, requestId, asOf: 1_700_000_000_000 } as const;
      expect(flawsOf(resultCard(result, { shared, activityLabels: {} }))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
