import { createServer } from "node:http";
import type { ServerResponse } from "node:http";

import { listen } from "../network/listen.ts";
import type { TencentActivity } from "./activity.ts";
import { refusals } from "./codes.ts";
import { handleControl } from "./control.ts";
import { deliver, noRoomInfoText, wrongTypesText } from "./delivery.ts";
import type { Answer } from "./envelope.ts";
import { envelopeText } from "./envelope.ts";
import { receive, roomIdIn } from "./receive.ts";
import type { Query } from "./receive.ts";
import { checkQuery } from "./request-checks.ts";
import type { App } from "./request-checks.ts";
import { createRoomStore } from "./rooms.ts";
import type { RoomStore } from "./rooms.ts";
import { createTally } from "./stats.ts";
import type { Stats } from "./stats.ts";
import { createWaits } from "./waits.ts";
import { createWeather } from "./weather.ts";
import type { Fault, Forecast, Weather } from "./weather.ts";

export interface TencentSimulatorOptions {
  readonly sdkAppId: number;
  readonly secretKey: string;
  readonly administrators?: readonly string[];
  /** Queries in any sliding second. */
  readonly qps?: number;
  readonly port?: number;
  readonly host?: string;
  /** Apps that live in another data centre, as far as this one knows of them. */
  readonly appsElsewhere?: readonly number[];
  /** Whether the app's plan has run out. */
  readonly planLapsed?: boolean;
  /** The addresses that may call; all of them where it is left out. */
  readonly allowedCallers?: readonly string[];
  /** The wall clock in ms that a UserSig runs out by, and that the header Date tells. */
  readonly now?: () => number;
  /** Where between the least and the most latency an answer falls. */
  readonly random?: () => number;
  /** Hears of each query, as it happens. */
  readonly observe?: (activity: TencentActivity) => void;
  /** Whether to be steered over HTTP as well, under /_simulator/. */
  readonly control?: boolean;
}

export interface TencentSimulator {
  readonly url: string;
  readonly rooms: RoomStore;
  readonly weather: Weather & Forecast;
  /** Queries that are taken in any sliding second. */
  qps: number;
  readonly stats: () => Stats;
  resetStats(): void;
  close(): Promise<void>;
}

export async function startTencentSimulator(
  options: TencentSimulatorOptions,
): Promise<TencentSimulator> {
  const { sdkAppId, secretKey, host = "127.0.0.1", random = Math.random } = options;
  const { administrators = ["administrator"], now = Date.now } = options;
  const { appsElsewhere = [], planLapsed = false, allowedCallers } = options;
  const state = { appsElsewhere, planLapsed, allowedCallers };
  const app: App = { sdkAppId, secretKey, administrators, now, ...state };
  const rooms = createRoomStore(now);
  const weather = createWeather();
  // 200 queries a second for one SDKAppID: document 63404.
  const tally = createTally(options.qps ?? 200);
  const waits = createWaits();
  let queries = 0;

  async function serve(query: Query, response: ServerResponse): Promise<void> {
    const roomId = roomIdIn(query.body);
    const fault = weather.take(roomId);
    if (fault?.kind === "late") await waits.wait(fault.ms);
    const userSig = query.parameters.get("usersig");
    const overQuota = tally.arrive(performance.now(), roomId, userSig);
    if (!overQuota) response.once("finish", tally.answer);
    const { text, code } = answerTo(query, overQuota, fault);
    report(query.path, roomId, response, { code, fault: fault?.kind });
    const [least, most] = weather.latency;
    if (most > 0) await waits.wait(least + (most - least) * random());
    // Counted it is, even where nobody waits for the answer any more.
    if (!response.destroyed) await deliver(response, text, fault, waits.wait);
  }

  function answerTo(query: Query, overQuota: boolean, fault: Fault | undefined): Spoken {
    const verdict = checkQuery(query, app);
    if ("refusal" in verdict) {
      if (verdict.badSignature) tally.badSignature();
      return spoken(verdict);
    }
    if (overQuota) return spoken({ refusal: refusals.overQuota });
    if (fault?.kind === "code") {
      const { code, info = `simulated code ${code}` } = fault;
      return spoken({ refusal: { code, info } });
    }
    if (fault?.kind === "no-room-info") return { text: noRoomInfoText(), code: 0 };
    if (fault?.kind === "wrong-types") return { text: wrongTypesText(), code: 0 };
    return spoken(verdict.command.answer(verdict.body, rooms));
  }

  function report(
    path: string,
    roomId: string | undefined,
    response: ServerResponse,
    answer: Pick<Extract<TencentActivity, { kind: "ended" }>, "code" | "fault">,
  ): void {
    const { observe } = options;
    if (observe === undefined) return;
    queries += 1;
    const id = queries;
    const command = path.slice(path.lastIndexOf("/") + 1);
    observe({ kind: "asked", id, command, roomId, at: performance.now() });
    response.once("close", () => {
      const code =
        response.writableFinished && response.statusCode === 200 ? answer.code : undefined;
      observe({ kind: "ended", id, code, fault: answer.fault, at: performance.now() });
    });
  }

  const server = createServer((request, response) => {
    // Whoever asked may hang up at any moment.
    response.on("error", () => response.destroy());
    // By the clock that a UserSig runs out by.
    response.setHeader("date", new Date(now()).toUTCString());
    receive(request)
      .then((query) =>
        options.control === true && query.path.startsWith("/_simulator/")
          ? handleControl(simulator, query, response)
          : serve(query, response),
      )
      .catch(() => response.destroy());
  });
  // A pool of idle connections outlives a pause between two phases of a test.
  server.keepAliveTimeout = 60_000;
  // Thousands may connect at once; a short backlog would look like a limit of Tencent's.
  const port = await listen(server, { port: options.port ?? 0, host, backlog: 4096 });

  const simulator: TencentSimulator = {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    rooms,
    weather,
    get qps() {
      return tally.qps;
    },
    set qps(wanted) {
      tally.qps = wanted;
    },
    stats: tally.read,
    resetStats: tally.reset,
    close: () =>
      new Promise((resolve) => {
        waits.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return simulator;
}

interface Spoken {
  readonly text: string;
  /** The envelope's ErrorCode. */
  readonly code: number;
}

function spoken(answer: Answer): Spoken {
  return { text: envelopeText(answer), code: "refusal" in answer ? answer.refusal.code : 0 };
}
