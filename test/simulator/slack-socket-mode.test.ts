import { once } from "node:events";
import { describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { places } from "../../simulator/slack/seed.ts";
import type { SlackSimulator } from "../../simulator/slack/server.ts";
import { waitFor } from "../../simulator/slack/waiting.ts";
import { APP_TOKEN, callApi, startSlack } from "./slack-fixture.ts";

type Envelope = Record<string, unknown>;

interface Client {
  readonly socket: WebSocket;
  readonly envelopes: Envelope[];
  ack(envelope: Envelope | undefined, payload?: unknown): void;
  /** Waits for the first message of a type. */
  first(type: string): Promise<Envelope>;
}

async function openUrl(slack: SlackSimulator): Promise<string> {
  return String((await callApi(slack, "apps.connections.open", {}, APP_TOKEN)).json["url"]);
}

async function connect(slack: SlackSimulator): Promise<Client> {
  const socket = new WebSocket(await openUrl(slack));
  onTestFinished(() => socket.terminate());
  const envelopes: Envelope[] = [];
  const listeners = new Set<() => void>();
  socket.on("message", (data: Buffer) => {
    envelopes.push(JSON.parse(data.toString("utf8")) as Envelope);
    for (const listener of listeners) listener();
  });
  function watch(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }
  const client: Client = {
    socket,
    envelopes,
    ack: (envelope, payload = {}) =>
      socket.send(JSON.stringify({ envelope_id: envelope?.["envelope_id"], payload })),
    first: (type) =>
      waitFor(
        watch,
        () => envelopes.find((e) => e["type"] === type),
        2000,
        () => `no ${type} came`,
      ),
  };
  await once(socket, "message");
  return client;
}

describe("connecting", () => {
  test("hello comes first, and tells how many connections there are", async () => {
    const slack = await startSlack();
    const [one, two] = [await connect(slack), await connect(slack)];
    expect(one.envelopes).toMatchObject([
      { type: "hello", num_connections: 1, connection_info: { app_id: slack.workspace.appId } },
    ]);
    expect(two.envelopes).toMatchObject([{ type: "hello", num_connections: 2 }]);
    expect(slack.sockets).toBe(2);
  });

  test("a ticket is good once, and a made-up one never", async () => {
    const slack = await startSlack();
    const url = await openUrl(slack);
    const first = new WebSocket(url);
    onTestFinished(() => first.terminate());
    await once(first, "open");
    for (const bad of [url, url.replace(/ticket=[^&]+/u, "ticket=guess")]) {
      const refused = new WebSocket(bad);
      const [error] = (await once(refused, "error")) as [Error];
      expect(error.message).toContain("401");
    }
  });

  test("the eleventh connection is told that there are too many", async () => {
    const slack = await startSlack({ socketGraceMs: 1 });
    for (let count = 1; count <= 10; count += 1) await connect(slack);
    const eleventh = await connect(slack);
    expect(eleventh.envelopes).toMatchObject([
      { type: "disconnect", reason: "too_many_websockets" },
    ]);
    await once(eleventh.socket, "close");
    expect(slack.sockets).toBe(10);
  });

  test("Slack pings, and answers pings", async () => {
    const slack = await startSlack({ socketPingMs: 5 });
    const { socket } = await connect(slack);
    await once(socket, "ping");
    socket.ping("from the app");
    const [data] = (await once(socket, "pong")) as [Buffer];
    expect(data.toString()).toBe("from the app");
  });

  test("after its time a connection is asked to go, gets nothing more, and is closed", async () => {
    const slack = await startSlack({ socketRefreshMs: 20, socketGraceMs: 20 });
    const client = await connect(slack);
    expect(await client.first("disconnect")).toMatchObject({ reason: "refresh_requested" });
    expect(slack.sockets).toBe(0);
    await once(client.socket, "close");
  });
});

describe("envelopes", () => {
  test("a slash command takes a message in its ack", async () => {
    const slack = await startSlack();
    const client = await connect(slack);
    const asking = slack.command({ text: "lobby" });
    const envelope = await client.first("slash_commands");
    expect(envelope).toMatchObject({
      envelope_id: expect.any(String) as string,
      accepts_response_payload: true,
      payload: { command: "/room", text: "lobby", channel_id: places.support },
    });
    client.ack(envelope, { text: "looking" });
    const asked = await asking;
    expect(asked.ack).toMatchObject({ ok: true, status: 200 });
    expect(asked.messages).toMatchObject([
      { via: "ack", visibility: "ephemeral", text: "looking" },
    ]);
  });

  test("a shortcut takes none", async () => {
    const slack = await startSlack();
    const client = await connect(slack);
    const asking = slack.shortcut("look_up_room");
    const envelope = await client.first("interactive");
    expect(envelope).toMatchObject({ accepts_response_payload: false });
    client.ack(envelope, { text: "ignored" });
    expect((await asking).messages).toEqual([]);
  });

  test("one of the connections is chosen for each, and all have their turn", async () => {
    const slack = await startSlack();
    const clients = [await connect(slack), await connect(slack)];
    for (const client of clients) {
      client.socket.on("message", () => client.ack(client.envelopes.at(-1)));
    }
    for (let count = 0; count < 4; count += 1) await slack.command({ text: "a" });
    const got = clients.map(
      ({ envelopes }) => envelopes.filter((e) => e["type"] === "slash_commands").length,
    );
    expect(got).toEqual([2, 2]);
  });

  test("one that is not acked is a time-out to the user", async () => {
    const slack = await startSlack({ ackLimitMs: 30 });
    const client = await connect(slack);
    const asked = await slack.command({ text: "a" });
    expect(asked.ack).toMatchObject({ ok: false, late: true });
    expect(asked.notice?.text).toContain("operation_timeout");
    client.ack(client.envelopes.at(-1), { text: "too late" });
    expect(asked.messages).toEqual([]);
  });

  test("without a connection there is nobody to ask", async () => {
    const slack = await startSlack();
    expect((await slack.command({ text: "a" })).notice?.text).toContain("dispatch_failed");
  });

  test("an event that is not acked comes again in a new envelope", async () => {
    const slack = await startSlack({ ackLimitMs: 30, eventRetryDelaysMs: [0, 1] });
    const client = await connect(slack);
    const delivered = await slack.event({ type: "app_mention", text: "a" });
    await delivered.done;
    const events = client.envelopes.filter((envelope) => envelope["type"] === "events_api");
    expect(events).toMatchObject([
      { retry_attempt: 0, retry_reason: "" },
      { retry_attempt: 1, retry_reason: "timeout" },
      { retry_attempt: 2, retry_reason: "timeout" },
    ]);
    expect(new Set(events.map((envelope) => envelope["envelope_id"])).size).toBe(3);
    expect(events[1]?.["payload"]).toEqual(events[0]?.["payload"]);
  });
});
