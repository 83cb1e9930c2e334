import type { Interaction } from "../../simulator/slack/interactions.ts";
import type { Message } from "../../simulator/slack/messages.ts";
import { BOT_USER, people } from "../../simulator/slack/seed.ts";
import { startSlackSimulator, type SlackSimulator } from "../../simulator/slack/server.ts";
import { startPostgres, type PostgresServer } from "./postgres.ts";
import { startBalancer, startReplica, type Balancer, type Replica } from "./replicas.ts";
import { environmentFor, granted, secrets } from "./stage.ts";
import { startTencentProcess, type TencentProcess } from "./tencent-process.ts";

export const patient = { timeout: 60_000, interval: 250 };
const channels = 100;

/** A Slack in this process, a Tencent and a PostgreSQL in others, and bots as processes between. */
export interface ReplicaStage {
  readonly slack: SlackSimulator;
  readonly tencent: TencentProcess;
  readonly postgres: PostgresServer;
  readonly replicas: readonly Replica[];
  /** @param database PostgreSQL's URL; undefined for a bot that keeps nothing */
  start(database: string | undefined): Promise<Replica>;
  stop(replica: Replica): Promise<void>;
  /** Cards of watches, one for each. */
  readonly cards: () => readonly Message[];
  /** What was said in a card's thread, the first line of each. */
  readonly replies: (card: Message) => readonly string[];
  close(): Promise<void>;
}

export async function setReplicaStage(rooms: number): Promise<ReplicaStage> {
  const [postgres, tencent] = await Promise.all([startPostgres(), startTencentProcess(rooms)]);
  const slack = await startSlackSimulator({ ...secrets, ...granted, channelBurst: 1_000_000 });
  for (let index = 0; index < channels; index += 1) {
    slack.workspace.channels.set(channelOf(index), {
      id: channelOf(index),
      name: `watched-${index}`,
      kind: "public",
      members: new Set([BOT_USER, people.asker]),
      isExtShared: false,
    });
  }
  const replicas: Replica[] = [];
  const balancer: Balancer = await startBalancer(replicas);
  slack.requestUrl = `${balancer.url}/slack/events`;
  return {
    slack,
    tencent,
    postgres,
    replicas,
    async start(database) {
      const environment = environmentFor("http", slack, tencent);
      const keeps = database === undefined ? { DATA_DIR: "none" } : { DATABASE_URL: database };
      const replica = await startReplica({ ...environment, ...keeps });
      replicas.push(replica);
      return replica;
    },
    async stop(replica) {
      replica.isUp = false;
      replica.program.signal("SIGTERM");
      await replica.program.ended;
    },
    cards: () =>
      slack.workspace.messages.filter(
        ({ user, threadTs, visibility }) =>
          user === BOT_USER && threadTs === undefined && visibility === "in_channel",
      ),
    replies: ({ channel, ts }) =>
      slack.workspace.replies(channel, ts).map(({ text }) => text.split("\n")[0] ?? ""),
    async close() {
      await Promise.all([slack.close(), balancer.close()]);
      await Promise.all([tencent.close(), postgres.close()]);
    },
  };
}

export function channelOf(index: number): string {
  return `C0WATCHED${index % channels}`;
}

/** Somebody asks for a room. @returns the first line of what they see in the end */
export async function ask(
  { slack }: Pick<ReplicaStage, "slack">,
  room: string,
  patienceMs = 15_000,
): Promise<string> {
  const asked = await slack.command({ text: room });
  const seen = async (count: number): Promise<string> => {
    const { text = "" } =
      (await asked.settled(count, asked.ack.ok ? patienceMs : 5_000)).at(-1) ?? {};
    return text.includes("Chat: ") ? card : (text.split("\n")[0] ?? "");
  };
  try {
    const first = await seen(1);
    // After 2 s there is a word first that it is under way; the answer comes in its place.
    return isUnderWay(asked) ? await seen(2) : first;
  } catch (error) {
    return asked.notice?.text ?? String(error);
  }
}

/** What somebody sees who is shown the room's card. */
export const card = "the card";

function isUnderWay({ messages }: Interaction): boolean {
  return /Asking Tencent/.test(messages.at(-1)?.text ?? "");
}

/** So many people at once, each with the next question as soon as the last one is answered. */
async function inTurns<T>(
  questions: readonly T[],
  atOnce: number,
  put: (question: T, index: number) => Promise<boolean>,
): Promise<number> {
  const left = [...questions.entries()].toReversed();
  let answered = 0;
  const person = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const [index, question] = next;
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      if (await put(question, index)) answered += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, person));
  return answered;
}

/**
 * Who is told by Slack that the bot did not take the question asks once more. Whose question was
 * taken waits for the answer.
 *
 * @param patienceMs how long they wait
 * @returns how many were answered
 */
export function askAll(
  stage: ReplicaStage,
  rooms: readonly string[],
  atOnce: number,
  patienceMs?: number,
): Promise<number> {
  return inTurns(rooms, atOnce, async (room) => {
    const seen = await ask(stage, room, patienceMs);
    if (!/failed with the error/.test(seen)) return seen === card;
    return (await ask(stage, room, patienceMs)) === card;
  });
}

/** Begins a watch of each room, spread over the channels. @returns how many people were told so */
export async function watchAll(stage: ReplicaStage, rooms: readonly string[]): Promise<number> {
  const begun = await inTurns(rooms, 60, async (room, index) => {
    const asked = await stage.slack.command({ text: `watch ${room}`, channel: channelOf(index) });
    const told = async (count: number): Promise<boolean> =>
      /watched now/.test((await asked.settled(count, 20_000)).at(-1)?.text ?? "");
    return (await told(1)) || (isUnderWay(asked) && told(2));
  });
  return begun;
}
