import { createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Pool } from "undici";
import { WebSocketServer, type WebSocket } from "ws";
import { secrets } from "./place.ts";

/**
 * As much of Slack as a load needs, and light: it shares two cores with what it measures. What
 * Slack's rules are is tried in the tests, against the simulator.
 */
export interface LightSlack {
  readonly apiUrl: string;
  /** Sends `/room …` to a bot, over HTTP to its port or over a socket that it has opened. */
  command(text: string, way: Way): Sent;
  /** Calls of the Web API so far, by method. */
  readonly calls: ReadonlyMap<string, number>;
  /** Sockets that bots hold open. */
  readonly sockets: number;
  close(): Promise<void>;
}

/** `port` where the bot takes requests; undefined for the socket. */
export interface Way {
  readonly port: number | undefined;
}

/** One command on its way; times in ms since 1970. NaN: it never came. */
export interface Sent {
  readonly sentAt: number;
  ackedAt: number;
  answeredAt: number;
  /** What was posted first through the response_url. */
  answer: string;
  /** Resolves when it is acknowledged and answered, or when the patience is over. */
  readonly done: Promise<void>;
}

interface Open extends Sent {
  acked(isOk: boolean): void;
  answered(body: string): void;
}

const people = 50;
const patienceMs = 20_000;

const now = (): number => performance.timeOrigin + performance.now();

export async function startLightSlack(): Promise<LightSlack> {
  const open = new Map<string, Open>();
  const calls = new Map<string, number>();
  const sockets: WebSocket[] = [];
  const pools = new Map<number, Pool>();
  let turn = 0;
  let ts = 1_700_000_000;
  let origin = "";

  function webApi(method: string): object {
    calls.set(method, (calls.get(method) ?? 0) + 1);
    switch (method) {
      case "auth.test":
        return { team_id: "T1", user_id: "U0BOT", bot_id: "B1", user: "greenroom", team: "bench" };
      case "apps.connections.open":
        return { url: `${origin.replace("http", "ws")}/link` };
      case "users.info":
        return { user: { id: "U1", name: "somebody", team_id: "T1", profile: {} } };
      case "users.list":
        return { members: [], response_metadata: { next_cursor: "" } };
      case "conversations.info":
        return { channel: { id: "C1", is_member: true, is_ext_shared: false } };
      case "chat.postMessage":
      case "chat.update":
        ts += 1;
        return { ts: `${ts}.000100`, channel: "C1", message: { ts: `${ts}.000100` } };
      default:
        return {};
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const [, place = "", name = ""] = (request.url ?? "").split(/[/?]/);
    if (place === "respond") {
      open.get(name)?.answered(body);
      response.end("ok");
      return;
    }
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ ok: true, ...webApi(name) }));
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  const webSockets = new WebSocketServer({ server });
  webSockets.on("connection", (socket) => {
    sockets.push(socket);
    socket.on("close", () => sockets.splice(sockets.indexOf(socket), 1));
    socket.on("message", (data: Buffer) => {
      const { envelope_id: id } = JSON.parse(data.toString()) as { envelope_id?: string };
      if (id !== undefined) open.get(id)?.acked(true);
    });
    socket.send(JSON.stringify({ type: "hello", connection_info: { app_id: "A1" } }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", 4096, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  origin = `http://127.0.0.1:${address.port}`;

  function track(id: string): Open {
    let finish: (() => void) | undefined;
    const done = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const end = (): void => {
      clearTimeout(timer);
      open.delete(id);
      finish?.();
    };
    const timer = setTimeout(end, patienceMs);
    const sent: Open = {
      sentAt: now(),
      ackedAt: Number.NaN,
      answeredAt: Number.NaN,
      answer: "",
      done,
      acked(isOk) {
        // A refusal is no acknowledgement: it stays unheard, and counts as lost.
        if (isOk) sent.ackedAt = now();
        if (!Number.isNaN(sent.answeredAt)) end();
      },
      answered(body) {
        if (!Number.isNaN(sent.answeredAt)) return;
        sent.answeredAt = now();
        sent.answer = body;
        if (!Number.isNaN(sent.ackedAt)) end();
      },
    };
    open.set(id, sent);
    return sent;
  }

  function overHttp(port: number, payload: Record<string, string>, sent: Open): void {
    let pool = pools.get(port);
    if (pool === undefined) {
      pool = new Pool(`http://127.0.0.1:${port}`, { keepAliveTimeout: 60_000 });
      pools.set(port, pool);
    }
    const body = new URLSearchParams(payload).toString();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac("sha256", secrets.signingSecret)
      .update(`v0:${timestamp}:${body}`)
      .digest("hex");
    pool
      .request({
        path: "/slack/events",
        method: "POST",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "x-slack-request-timestamp": timestamp,
          "x-slack-signature": `v0=${signature}`,
        },
        body,
      })
      .then(async ({ statusCode, body: answer }) => {
        await answer.dump();
        sent.acked(statusCode === 200);
      })
      .catch(() => sent.acked(false));
  }

  return {
    apiUrl: `${origin}/api/`,
    calls,
    get sockets() {
      return sockets.length;
    },
    command(text, { port }) {
      const id = randomUUID();
      const sent = track(id);
      turn += 1;
      const payload = {
        command: "/room",
        text,
        response_url: `${origin}/respond/${id}`,
        trigger_id: id,
        user_id: `U${1000 + (turn % people)}`,
        user_name: "somebody",
        team_id: "T1",
        team_domain: "bench",
        channel_id: `C${1000 + (turn % people)}`,
        channel_name: "support",
        api_app_id: "A1",
        token: "verification",
      };
      if (port !== undefined) overHttp(port, payload, sent);
      else {
        const socket = sockets[turn % Math.max(1, sockets.length)];
        const envelope = {
          envelope_id: id,
          type: "slash_commands",
          accepts_response_payload: true,
        };
        socket?.send(JSON.stringify({ ...envelope, payload }));
      }
      return sent;
    },
    async close() {
      for (const socket of sockets.slice()) socket.terminate();
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
      webSockets.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
