import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { startProxy, type Proxy } from "../../../simulator/network/proxy.ts";
import { defaults } from "../../../src/defaults.ts";
import type { Replica } from "../../support/replicas.ts";
import {
  ask,
  askAll,
  card,
  patient,
  setReplicaStage,
  watchAll,
  type ReplicaStage,
} from "../../support/replica-stage.ts";

const rooms = Array.from({ length: 1_000 }, (_, index) => `room-${index + 1}`);
const watched = Array.from({ length: 150 }, (_, index) => `watched-${index}`);
/** People who ask all the time, on all replicas together: within what a database away leaves. */
const askEveryMs = 300;

let stage: ReplicaStage;
let proxies: readonly Proxy[];
beforeAll(async () => {
  stage = await setReplicaStage(rooms.length);
  await stage.tencent.rooms(watched.map((RoomId) => ({ RoomId })));
  proxies = await Promise.all([1, 2, 3].map(() => startProxy(stage.postgres.url)));
}, 60_000);
afterAll(async () => {
  await Promise.all(proxies.map((proxy) => proxy.close()));
  await stage.close();
});

interface Asked {
  readonly at: number;
  readonly tookMs: number;
  readonly seen: string;
}

/** People ask one after the other, until it is stopped. @returns what came of it */
function keepAsking(): { stop(): Promise<readonly Asked[]> } {
  const asked: Promise<Asked>[] = [];
  const timer = setInterval(() => {
    const at = performance.now();
    const room = rooms[asked.length % rooms.length] ?? "";
    const outcome = ask(stage, room).then((seen) => {
      return { at, tookMs: performance.now() - at, seen };
    });
    asked.push(outcome);
  }, askEveryMs);
  return {
    stop() {
      clearInterval(timer);
      return Promise.all(asked);
    },
  };
}

const change = (patch: Readonly<Record<string, unknown>>): Promise<void> =>
  stage.tencent.change(watched.map((RoomId) => ({ RoomId, ...patch })));

const cardsThat = (text: RegExp, replies: readonly string[]): number =>
  stage
    .cards()
    .filter(
      (message) =>
        text.test(message.text) && stage.replies(message).join("\n") === replies.join("\n"),
    ).length;

const allSay = async (replies: readonly string[], text: RegExp): Promise<number> => {
  const start = performance.now();
  await vi.waitFor(() => expect(cardsThat(text, replies)).toBe(watched.length), patient);
  return performance.now() - start;
};

it("people are answered throughout, whatever becomes of PostgreSQL or of a replica, and watches catch up", async () => {
  const { tencent, postgres } = stage;
  const [one, , three] = (await Promise.all(proxies.map(({ url }) => stage.start(url)))) as [
    Replica,
    Replica,
    Replica,
  ];
  const [link] = proxies as [Proxy, ...Proxy[]];
  expect(await watchAll(stage, watched)).toBe(watched.length);
  // The reserve is shared out evenly by now.
  await wait(defaults.beatMs);
  await tencent.reset();
  const people = keepAsking();

  // Gone for all of them, right after a burst that has used every slot.
  await askAll(stage, rooms.slice(0, 150), 150);
  await postgres.stop();
  await change({ IsMessageDisabled: true });
  await wait(9_000);
  await postgres.start();
  // What was given out before the stop is not known any more: so long nothing is given out.
  await wait(defaults.restMs + defaults.leaseMs);
  const said = ["Chat was muted for everyone."];
  const afterStop = await allSay(said, /Muted for everyone/);

  // One stands still in the middle of a burst, for longer than any lease or claim of its.
  const burst = askAll(stage, rooms.slice(200, 500), 300);
  await wait(400);
  three.isUp = false;
  three.program.signal("SIGSTOP");
  const pausedAt = performance.now();

  // Gone for another alone, as by a network that swallows everything.
  await wait(2_000);
  link.pause();
  await change({ IsMessageDisabled: false });
  said.push("Chat was opened.");
  await wait(10_000);
  link.resume();
  const afterCut = await allSay(said, /Chat: Open/);

  await wait(Math.max(0, defaults.claimMs + 3_000 - (performance.now() - pausedAt)));
  const last = askAll(stage, rooms.slice(500, 800), 300);
  three.program.signal("SIGCONT");
  await wait(1_000);
  three.isUp = true;
  await change({ IsPublicVisible: false });
  said.push("The room was hidden from the room list.");
  const afterPause = await allSay(said, /Hidden/);
  await Promise.all([burst, last]);
  // And what would come twice has had its time.
  await wait(2_000);

  const asked = await people.stop();
  const { refused, mostInASlidingSecond, queries } = await tencent.stats();
  const times = asked.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b);
  // A replica that stands still takes nothing up: of what it was just given, Slack says that itself.
  const untaken = asked.filter(
    ({ at, seen }) => /operation_timeout/.test(seen) && at < pausedAt && at > pausedAt - 1_000,
  );
  const unanswered = asked
    .filter((question) => question.seen !== card && !untaken.includes(question))
    .map(({ at, seen }) => `${Math.round(at - pausedAt)} ms after the pause: ${seen}`);
  const figures = {
    asked: asked.length,
    unanswered,
    untaken: untaken.length,
    median: times[Math.floor(times.length / 2)],
    longest: times.at(-1),
    afterStop,
    afterCut,
    afterPause,
    queries,
    mostInASlidingSecond,
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  expect(unanswered).toEqual([]);
  expect(refused).toBe(0);
  expect(mostInASlidingSecond).toBeLessThanOrEqual(200);
  expect(cardsThat(/Hidden/, said)).toBe(watched.length);
  for (const { program } of [one, three]) expect(program.err).toBe("");
}, 240_000);
