import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { defaults } from "../../src/defaults.ts";
import { openStore } from "../../src/store/open-store.ts";
import { openSlotTable } from "../../src/store/slot-table.ts";
import { connectTencent } from "../../src/tencent/connect.ts";
import { createSharedSlots } from "../../src/tencent/shared-slots.ts";
import { onAsked } from "../lib/answers.ts";
import { sdkAppId, secrets } from "../lib/place.ts";

// One of several bots, as far as the quota goes: its client, over slots that it shares with others.

const { TENCENT_URL = "", DATABASE = "", QPS = "200" } = process.env;

export interface Load {
  /** Asks for this many rooms at once, and for the next as soon as one is answered. */
  readonly atOnce: number;
  readonly seconds: number;
  /** People that ask meanwhile, each second. */
  readonly peopleASecond: number;
}

export interface Shared {
  readonly ok: number;
  /** Any answer but "ok", by its kind. */
  readonly others: Readonly<Record<string, number>>;
  /** From a person's question to its answer, in ms. */
  readonly people: readonly number[];
  /** CPU time of this process by look-up, in µs. */
  readonly cpu: number;
}

const app = {
  sdkAppId,
  secretKey: secrets.secretKey,
  identifier: "administrator",
  baseUrl: TENCENT_URL,
  qps: Number(QPS),
  // All of it, so that what is not used is the sharing's loss.
  backgroundShare: 1,
};
// Makes the tables, where they are not there yet.
await (await openStore({ kind: "postgres", url: DATABASE }, defaults.storeMs)).close();
const problems: string[] = [];
const slots = createSharedSlots({
  table: await openSlotTable(DATABASE, defaults.slotTableMs),
  me: randomUUID(),
  ...app,
  figures: defaults,
  onAway: (error) => problems.push(String(error)),
});
await slots.start();
const client = connectTencent(app, defaults, { slots });
const { signal } = new AbortController();
setMaxListeners(0, signal);
let rooms = 0;

async function ask(lane: "person" | "background"): Promise<string> {
  rooms = (rooms % 1_000) + 1;
  const deadline = performance.now() + defaults.lookUpDeadlineMs;
  const answer = await client.getRoomInfo(`room-${rooms}`, { lane, deadline, signal });
  if (answer.kind === "refused") return String(answer.code);
  return answer.kind === "fault" ? answer.fault.name : "ok";
}

onAsked("load", async (about): Promise<Shared> => {
  const { atOnce, seconds, peopleASecond } = about as Load;
  const end = performance.now() + seconds * 1000;
  const counts: Record<string, number> = {};
  const people: number[] = [];
  const { user, system } = process.cpuUsage();
  const one = async (lane: "person" | "background"): Promise<void> => {
    const kind = await ask(lane);
    counts[kind] = (counts[kind] ?? 0) + 1;
  };
  const worker = async (): Promise<void> => {
    // oxlint-disable-next-line no-await-in-loop -- one after another, in each of several
    while (performance.now() < end) await one("background");
  };
  const asked = Array.from({ length: atOnce }, worker);
  while (performance.now() < end) {
    const start = performance.now();
    asked.push(
      one("person").then(() => {
        people.push(performance.now() - start);
      }),
    );
    // oxlint-disable-next-line no-await-in-loop -- the next one's time has not come
    await sleep(1000 / peopleASecond);
  }
  await Promise.all(asked);
  const used = process.cpuUsage({ user, system });
  const { ok = 0, ...others } = counts;
  const sum = Object.values(counts).reduce((total, count) => total + count, 0);
  if (problems.length > 0) others[`database away: ${problems[0]}`] = problems.length;
  return { ok, others, people, cpu: (used.user + used.system) / sum };
});
onAsked("stop", async () => {
  await client.close();
  await slots.stop();
});
process.stdout.write("listening\n");
