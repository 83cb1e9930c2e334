import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { defaults } from "../../src/defaults.ts";
import { connectTencent } from "../../src/tencent/connect.ts";
import { createUserSigSource } from "../../src/tencent/user-sig.ts";
import { onAsked } from "../lib/answers.ts";
import { ours } from "../lib/limiters.ts";
import { peer, sdkAppId, secrets } from "../lib/place.ts";

// One way to ask Tencent, in a process of its own, so that its CPU time is its alone.

const { CLIENT = "", TENCENT_URL = "" } = process.env;

export interface Asking {
  readonly count: number;
  /** So many under way at once; undefined: one in `paceMs`. */
  readonly atOnce: number | undefined;
}

type Ask = (room: string) => Promise<unknown>;

async function clientFor(qps: number): Promise<Ask> {
  if (CLIENT === ours) {
    const client = connectTencent(
      {
        sdkAppId,
        secretKey: secrets.secretKey,
        identifier: "administrator",
        baseUrl: TENCENT_URL,
        qps,
        backgroundShare: 1,
      },
      { ...defaults, longestLine: { person: 100_000, background: 1 } },
    );
    return async (room) => {
      // Each look-up has its own.
      const { signal } = new AbortController();
      const call = { lane: "person", deadline: Number.MAX_SAFE_INTEGER, signal } as const;
      const answer = await client.getRoomInfo(room, call);
      if (answer.kind !== "ok") throw new Error(JSON.stringify(answer));
    };
  }
  const { clients } = (await import(pathToFileURL(peer("clients.mjs")).href)) as {
    clients: Record<string, () => Promise<(url: string, body: unknown) => Promise<unknown>>>;
  };
  const post = await clients[CLIENT]?.();
  if (post === undefined) throw new Error(`there is no client named ${CLIENT}`);
  const identifier = "administrator";
  const { secretKey } = secrets;
  const userSig = createUserSigSource({ sdkAppId, secretKey, identifier, lifeSeconds: 86_400 });
  const query = `sdkappid=${sdkAppId}&identifier=${identifier}&usersig=${userSig.current()}&contenttype=json`;
  const url = `${TENCENT_URL}/v4/live_engine_http_srv/get_room_info?${query}`;
  return async (room) => {
    const random = Math.floor(Math.random() * 2 ** 32);
    const answer = (await post(`${url}&random=${random}`, { RoomId: room })) as {
      ErrorCode: number;
    };
    if (answer.ErrorCode !== 0) throw new Error(JSON.stringify(answer));
  };
}

/** A little more than a slot's rest and an answer leave of the quota, so that nobody waits for one. */
const paceMs = 1000 / 190;
const paced = await clientFor(200);
// As many slots as nobody needs: the way through the limiter is the same.
const unheld = CLIENT === ours ? await clientFor(100_000) : paced;
let rooms = 0;

onAsked("ask", async (about) => {
  const { count, atOnce } = about as Asking;
  const ask = atOnce === undefined ? paced : unheld;
  const next = (): Promise<unknown> => {
    rooms = (rooms % 1_000) + 1;
    return ask(`room-${rooms}`);
  };
  const { user, system } = process.cpuUsage();
  let left = count;
  const asked: Promise<unknown>[] = [];
  if (atOnce !== undefined) {
    const worker = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        // oxlint-disable-next-line no-await-in-loop -- one after another, in each of several
        await next();
      }
    };
    asked.push(...Array.from({ length: atOnce }, worker));
  } else {
    const start = performance.now();
    for (let index = 0; index < count; index += 1) {
      const wait = index * paceMs - (performance.now() - start);
      // oxlint-disable-next-line no-await-in-loop -- the next one's time has not come
      if (wait > 1) await sleep(wait);
      asked.push(next());
    }
  }
  await Promise.all(asked);
  const used = process.cpuUsage({ user, system });
  return (used.user + used.system) / count;
});
process.stdout.write("listening\n");
