import { createHmac } from "node:crypto";
import { pathToFileURL } from "node:url";
import { isValidSlackRequest } from "@slack/bolt";
import { parse as parseLossless } from "lossless-json";
import { resultCard } from "../../src/cards/result-card.ts";
import { roomOf } from "../../src/room/room.ts";
import type { LookupResult } from "../../src/room/result.ts";
import type { RoomId } from "../../src/room/room-id.ts";
import { defaultRoomPatterns } from "../../src/slack/commands/room-links.ts";
import { findRooms } from "../../src/slack/find-rooms/find-rooms.ts";
import { flawOfSignature } from "../../src/slack/signature.ts";
import { readEnvelope } from "../../src/tencent/envelope.ts";
import { parseExactJson } from "../../src/tencent/exact-json.ts";
import { readRoomInfo } from "../../src/tencent/room-info.ts";
import { onAsked } from "../lib/answers.ts";
import { peer, secrets } from "../lib/place.ts";
import {
  alertMessage,
  chatMessage,
  exactOwner,
  newerEnvelope,
  olderEnvelope,
  signed,
} from "../lib/samples.ts";

// The hot paths, each beside what else would do, in a process that does nothing else.

type Work = () => unknown;

interface Peers {
  readonly parseWithJsonBigint: (text: string) => unknown;
  readonly cardWithBlockBuilder: (found: Found) => unknown;
}
type Found = Extract<LookupResult, { kind: "found" }>;

const peers =
  process.env["BENCH_PEERS"] === "false"
    ? undefined
    : ((await import(pathToFileURL(peer("hot-paths.mjs")).href)) as Peers);

function foundIn(text: string): Found {
  const envelope = readEnvelope(text);
  const info = envelope?.kind === "ok" ? readRoomInfo(envelope.response) : undefined;
  if (envelope?.kind !== "ok" || info?.ok !== true || info.data === undefined) {
    throw new Error("the sample can't be read");
  }
  const id = "live-room" as RoomId;
  const { requestId } = envelope;
  return { kind: "found", id, room: roomOf(info.data, id), requestId, asOf: Date.now() };
}

const found = foundIn(newerEnvelope);
const cardOptions = { activityLabels: {}, shared: false, watchable: true };

function parsers(text: string): Record<string, Work> {
  return {
    greenroom: () => parseExactJson(text),
    "JSON.parse": () => JSON.parse(text) as unknown,
    "lossless-json": () => parseLossless(text),
    ...(peers === undefined ? {} : { "json-bigint": () => peers.parseWithJsonBigint(text) }),
    "greenroom, checked and as a room": () => foundIn(text),
  };
}

/** The one line that comes to mind first. */
const naive = /room[_ ]?id\W{1,8}([\w-]+)/i;
const findNaively = (message: object): unknown => naive.exec(JSON.stringify(message))?.[1];

const paths: Readonly<Record<string, Readonly<Record<string, Work>>>> = {
  "an answer with integers below 2^53": parsers(newerEnvelope),
  "an answer with an owner beyond 2^53": parsers(olderEnvelope),
  "a room's card": {
    greenroom: () => resultCard(found, cardOptions),
    ...(peers === undefined
      ? {}
      : { "slack-block-builder": () => peers.cardWithBlockBuilder(found) }),
    "JSON.stringify of the finished card": textOf(resultCard(found, cardOptions)),
  },
  "rooms in an alert": {
    greenroom: () => findRooms(alertMessage, defaultRoomPatterns),
    "one regular expression": () => findNaively(alertMessage),
  },
  "rooms in everyday chat": {
    greenroom: () => findRooms(chatMessage, defaultRoomPatterns),
    "one regular expression": () => findNaively(chatMessage),
  },
  "a signature": {
    greenroom: () => flawOfSignature(signed, [secrets.signingSecret], Date.now()),
    "Bolt's own": () =>
      isValidSlackRequest({
        signingSecret: secrets.signingSecret,
        body: signed.body.toString(),
        headers: {
          "x-slack-signature": signed.signature,
          "x-slack-request-timestamp": Number(signed.timestamp),
        },
      }),
    "HMAC alone": () =>
      createHmac("sha256", secrets.signingSecret)
        .update(`v0:${signed.timestamp}:`)
        .update(signed.body)
        .digest("hex"),
  },
};

function textOf(card: unknown): Work {
  return () => JSON.stringify(card);
}

/** What has to be right before it may be fast. */
export const invariants: Readonly<Record<string, () => boolean>> = {
  "an owner beyond 2^53 stays digit for digit": () =>
    foundIn(olderEnvelope).room.owner === exactOwner,
  "both forms of an answer are read alike": () =>
    foundIn(newerEnvelope).room.entries === foundIn(olderEnvelope).room.entries,
  "the alert's room is found": () =>
    findRooms(alertMessage, defaultRoomPatterns)[0]?.id === "live-room-4711",
  "no room is found in chat": () => findRooms(chatMessage, defaultRoomPatterns).length === 0,
  "Slack's signature is taken": () =>
    flawOfSignature(signed, [secrets.signingSecret], Date.now()) === undefined,
  "another's is not": () => flawOfSignature(signed, ["another secret"], Date.now()) === "wrong",
};

let sink: unknown;

/** Operations a second, for about so long. */
function rateOf(work: Work, ms: number): number {
  let count = 0;
  const start = performance.now();
  const end = start + ms;
  let now = start;
  while (now < end) {
    for (let index = 0; index < 50; index += 1) sink = work();
    count += 50;
    now = performance.now();
  }
  return (count * 1000) / (now - start);
}

onAsked("paths", () =>
  Object.fromEntries(Object.entries(paths).map(([name, ways]) => [name, Object.keys(ways)])),
);
onAsked("rate", (about) => {
  const { path, way, ms } = about as { path: string; way: string; ms: number };
  const work = paths[path]?.[way];
  if (work === undefined) throw new Error(`there is no ${way} of ${path}`);
  return rateOf(work, ms);
});
onAsked("broken", () =>
  Object.entries(invariants)
    .filter(([, holds]) => !holds())
    .map(([name]) => name),
);
onAsked("last", () => String(sink).length);
process.stdout.write("listening\n");
