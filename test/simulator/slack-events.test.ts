import { once } from "node:events";
import { describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { BOT_USER, places } from "../../simulator/slack/seed.ts";
import type { SlackSimulator } from "../../simulator/slack/server.ts";
import { startListening } from "./slack-events-fixture.ts";
import { APP_TOKEN, callApi, startBot, startSlack } from "./slack-fixture.ts";

const channel = places.support;
const events = ["message.channels", "app_mention"] as const;

interface Arrival {
  readonly id: string;
  readonly retry: number;
}

type Listen = (slack: SlackSimulator) => Promise<() => Arrival[]>;

const overHttp: Listen = async (slack) => {
  const received = await startBot(slack);
  return () =>
    received.map(({ body, headers }) => ({
      id: (JSON.parse(body) as { event_id: string }).event_id,
      retry: Number(headers["x-slack-retry-num"] ?? 0),
    }));
};

interface Envelope {
  readonly type: string;
  readonly envelope_id: string;
  readonly retry_attempt: number;
  readonly payload: { readonly event_id: string };
}

const overSocket: Listen = async (slack) => {
  const { json } = await callApi(slack, "apps.connections.open", {}, APP_TOKEN);
  const socket = new WebSocket(String(json["url"]));
  onTestFinished(() => socket.terminate());
  const arrivals: Arrival[] = [];
  socket.on("message", (data: Buffer) => {
    const envelope = JSON.parse(data.toString()) as Envelope;
    if (envelope.type !== "events_api") return;
    arrivals.push({ id: envelope.payload.event_id, retry: envelope.retry_attempt });
    socket.send(JSON.stringify({ envelope_id: envelope.envelope_id }));
  });
  await once(socket, "message");
  return () => arrivals;
};

/** Small dice whose throws a test can tell beforehand. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

describe.each([
  ["HTTP", overHttp],
  ["Socket Mode", overSocket],
] as const)("events over %s", (_name, listen) => {
  test("repeated events come at once again, with the same ID, as Slack's retries", async () => {
    const slack = await startSlack({ events });
    const arrivals = await listen(slack);
    slack.fault.repeatEvents(3);
    await slack.say({ channel, text: "a" });
    await expect.poll(() => arrivals().length).toBe(4);
    expect(new Set(arrivals().map(({ id }) => id)).size).toBe(1);
    expect(arrivals().map(({ retry }) => retry)).toEqual(expect.arrayContaining([0, 1, 2, 3]));
    slack.fault.clear();
    await slack.say({ channel, text: "b" });
    expect(arrivals()).toHaveLength(5);
  });

  test("held events come when they are released, each several times, shuffled", async () => {
    const slack = await startSlack({ events });
    const arrivals = await listen(slack);
    slack.fault.holdEvents();
    for (let count = 0; count < 50; count += 1) {
      const said = await slack.say({ channel, text: `<@${BOT_USER}> ${count}` });
      expect(said.events).toEqual([]);
    }
    expect(arrivals()).toEqual([]);
    const released = await slack.fault.releaseEvents({ times: 4, random: dice(1) });
    expect(released).toHaveLength(100);
    expect(arrivals()).toHaveLength(400);
    const ids = released.map(({ payload }) => payload["event_id"]);
    expect(new Set(arrivals().map(({ id }) => id))).toEqual(new Set(ids));
    expect(released.every(({ tries }) => tries.length === 4 && tries.every(({ ok }) => ok))).toBe(
      true,
    );
    const firstSeen = [...new Set(arrivals().map(({ id }) => id))];
    expect(firstSeen).not.toEqual(ids);
    await slack.say({ channel, text: "on their own again" });
    expect(arrivals()).toHaveLength(401);
  });
});

describe("what an app subscribes to", () => {
  test("is nothing by default: a message is held and nobody is told", async () => {
    const slack = await startSlack();
    const received = await startBot(slack);
    expect(await slack.say({ channel, text: `<@${BOT_USER}>` })).toMatchObject({
      message: { via: "user" },
      events: [],
    });
    expect(received).toEqual([]);
  });

  test("is all it hears", async () => {
    const { slack, kinds } = await startListening({ events: ["app_mention"] });
    await slack.say({ channel, text: `<@${BOT_USER}> live-123` });
    await slack.say({ channel: places.backstage, text: "live-123" });
    expect(kinds()).toEqual(["app_mention"]);
  });
});

describe("an event that is not acked", () => {
  test("comes again, the same and marked as a retry", async () => {
    const slack = await startSlack({ events, eventRetryDelaysMs: [0, 1] });
    const received = await startBot(slack, (count) => ({ status: count < 3 ? 500 : 200 }));
    const { events: told } = await slack.say({ channel, text: "a" });
    await told[0]?.done;
    expect(received.map(({ headers }) => headers["x-slack-retry-num"])).toEqual([
      undefined,
      "1",
      "2",
    ]);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
  });
});
