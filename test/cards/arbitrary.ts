import * as fc from "fast-check";
import type { LookupResult } from "../../src/room/result.ts";
import type { RoomId } from "../../src/room/room-id.ts";
import type { Room, SeatMode } from "../../src/room/room.ts";
import { catalogue, explainCode, explainFailure } from "../../src/tencent/catalogue/explain.ts";
import type { FaultName } from "../../src/tencent/fault.ts";

/** What a streamer, a server or a prankster could send. */

const nastyPieces = [
  ..."<>&*_~`|:/@#!\\\"' \t\n\0\u001b\u007f\u00ad",
  ..."\u061c\u200b\u200d\u200e\u200f\u2028\u2029\u202a\u202d\u202e\u2060\u2066\u2069\ufeff\ufffe",
  "\ud83d",
  "\udc69",
  "👩‍👩‍👧",
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "ノーベル",
  "مرحبا",
  "Z͑ͫ̓ͪ̂ͫ",
  "<!channel>",
  "<!here|here>",
  "<!subteam^S0123ABC>",
  "<@U0123ABC>",
  "<#C0123ABC|general>",
  "<https://evil.example|Slack>",
  "<!date^1700000000^{time}|x>",
  "&lt;!channel&gt;",
  "&amp;lt;",
  "https://evil.example/?a=b",
  "mailto:a@evil.example",
  "@channel",
  ":smile:",
  "12:01:33",
  "```",
];

const hundredKilobytes = ["a", "<", "&", "😀", "\u202e", " ", "\ud83d", "é "].map((piece) =>
  piece.repeat(Math.ceil(100_000 / piece.length)),
);

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 30, arbitrary: fc.string({ unit: "binary" }) },
  {
    weight: 30,
    arbitrary: fc.array(fc.constantFrom(...nastyPieces)).map((list) => list.join("")),
  },
  {
    weight: 20,
    arbitrary: fc
      .array(fc.nat(0xffff), { maxLength: 500 })
      .map((units) => String.fromCharCode(...units)),
  },
  { weight: 2, arbitrary: fc.constantFrom(...hundredKilobytes) },
);

const printable = Array.from({ length: 0x5f }, (_, index) => String.fromCharCode(0x20 + index));

export const roomId: fc.Arbitrary<RoomId> = fc
  .string({ unit: fc.constantFrom(...printable), minLength: 1, maxLength: 48 })
  .map((text) => text as RoomId);

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const anyNumber = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.bigInt(),
  fc.bigInt({ min: 10n ** 400n, max: 10n ** 401n }),
);

const seatMode: fc.Arbitrary<SeatMode> = fc.oneof(
  fc.constantFrom<SeatMode>("free", "apply", "none"),
  hostileText.map((raw) => ({ raw })),
);

/** The last second of 9999: no later one gets into a Room. */
const latestTime = 253_402_300_799;

export const anyRoom: fc.Arbitrary<Room> = fc.record({
  id: hostileText,
  name: maybe(hostileText),
  type: maybe(hostileText),
  owner: maybe(hostileText),
  createdAt: maybe(fc.integer({ min: 1, max: latestTime })),
  seatsEnabled: maybe(fc.boolean()),
  seatMode: maybe(seatMode),
  mostSeats: maybe(anyNumber),
  mostMembers: maybe(anyNumber),
  chatMuted: maybe(fc.boolean()),
  hidden: maybe(fc.boolean()),
  entries: maybe(anyNumber),
  activityStatus: maybe(hostileText),
  categories: fc.array(hostileText, { maxLength: 30 }),
  coverUrl: maybe(
    fc.oneof(
      fc.webUrl(),
      hostileText,
      hostileText.map((text) => `https://example.com/${text}`),
    ),
  ),
});

const about = {
  id: roomId,
  requestId: maybe(hostileText),
  asOf: fc.integer({ min: 0, max: latestTime * 1000 }),
};

export const anyFound: fc.Arbitrary<Extract<LookupResult, { kind: "found" }>> = fc.record({
  kind: fc.constant("found" as const),
  room: anyRoom,
  ...about,
});

export const anyMissing: fc.Arbitrary<Extract<LookupResult, { kind: "missing" }>> = fc.record({
  kind: fc.constant("missing" as const),
  code: fc.constantFrom(0, 100004),
  errorInfo: hostileText,
  ...about,
});

export const anyCode: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(...catalogue.map(({ code }) => code)),
  fc.integer({ min: -999_999_999, max: 999_999_999 }),
);

export const faultNames: readonly FaultName[] = [
  "timed-out",
  "could-not-connect",
  "connection-refused",
  "connection-reset",
  "name-not-found",
  "tls-failed",
  "http-status",
  "unreadable",
  "too-large",
  "out-of-time",
  "too-many-waiting",
  "circuit-open",
  "stopping",
];

const anyProblem = fc.oneof(
  anyCode.map(explainCode),
  fc
    .record({ name: fc.constantFrom(...faultNames), status: fc.nat(999), expectedWaitMs: fc.nat() })
    .map(explainFailure),
);

export const anyFailed: fc.Arbitrary<Extract<LookupResult, { kind: "failed" }>> = fc.record({
  kind: fc.constant("failed" as const),
  problem: anyProblem,
  fault: fc.constant(undefined),
  errorInfo: hostileText,
  tries: fc.nat(9),
  ...about,
});
