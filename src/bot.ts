import type { Config } from "./config.ts";
import type { defaults } from "./defaults.ts";
import { circuitNotes } from "./ops/circuit-notes.ts";
import { healthz, readyz, type Unreadiness } from "./ops/health.ts";
import { keepsNothing, type Keeping } from "./ops/keeping.ts";
import type { Log } from "./ops/log.ts";
import { createPruning } from "./ops/pruning.ts";
import { createHttpServer, type Handler } from "./ops/server.ts";
import { createRoomLookup } from "./room/look-up.ts";
import { createSlackApp } from "./slack/app.ts";
import { createBoltLogger } from "./slack/bolt-logger.ts";
import { defaultRoomPatterns } from "./slack/commands/room-links.ts";
import { createChannelTurns } from "./slack/channel-turns.ts";
import { createDoor } from "./slack/door.ts";
import { createInFlight, type InFlight } from "./slack/in-flight.ts";
import { slackUrlCheck } from "./slack/slack-url.ts";
import { createShownLinks } from "./slack/shown-links.ts";
import { createStorms } from "./slack/storms.ts";
import { connectWatchPosts } from "./slack/connect-watch-posts.ts";
import { createReplies } from "./slack/response-url.ts";
import { stopReason } from "./tencent/client.ts";
import { connectTencent } from "./tencent/connect.ts";
import { placeOf } from "./tencent/regions.ts";
import { createWatches } from "./watch/create-watches.ts";

export type Figures = {
  readonly [K in keyof typeof defaults]: (typeof defaults)[K] extends number
    ? number
    : (typeof defaults)[K];
};

export interface Bot {
  /** @returns the port of the HTTP server */
  start(): Promise<number>;
  /** Answers what is in flight, then stops. */
  stop(): Promise<void>;
}

/** The bot, whole: what `main` runs as a process, and tests run in theirs. */
export function createBot(
  config: Config,
  figures: Figures,
  log: Log,
  { store, warnings }: Keeping = keepsNothing,
): Bot {
  const { slack, tencent } = config;
  const boltLogger = createBoltLogger(log);
  const stopping = new AbortController();
  const inFlight = createInFlight();
  const client = connectTencent(tencent, figures, { onCircuit: circuitNotes(log) });
  const lookup = createRoomLookup({ client, deadlineMs: figures.lookUpDeadlineMs, ...figures });
  const turns = createChannelTurns({
    intervalMs: figures.channelIntervalMs,
    longestLine: figures.longestChannelLine,
    signal: stopping.signal,
  });
  const replies = createReplies({
    turns,
    isAllowed: slackUrlCheck(slack.apiUrl),
    timeoutMs: figures.slackPostTimeoutMs,
    signal: stopping.signal,
  });
  const watches =
    store &&
    createWatches({
      store,
      lookup,
      posts: connectWatchPosts({
        token: slack.botToken,
        apiUrl: slack.apiUrl,
        log,
        boltLogger,
        turns,
        callMs: figures.watchCallMs,
        company: figures,
        allowExternalChannels: config.allowExternalChannels,
      }),
      figures,
      activityLabels: config.activityLabels,
      log,
    });
  const door = createDoor({ ...figures, ...slack, log, boltLogger });
  const app = createSlackApp({
    botToken: slack.botToken,
    apiUrl: slack.apiUrl,
    receiver: door.receiver,
    inFlight,
    log,
    boltLogger,
    lookup,
    accessRules: config.access,
    rememberGroupMs: figures.rememberGroupMs,
    company: figures,
    underWayMs: figures.underWayMs,
    turns,
    rememberedCards: figures.rememberedCards,
    rememberedPeople: figures.rememberedPeople,
    stopping: stopping.signal,
    store,
    handledMs: figures.handledMs,
    parts: {
      watching: watches?.watching,
      watchForMs: figures.watchForMs,
      replies,
      log,
      settings: {
        sdkAppId: tencent.sdkAppId,
        dataCentre: placeOf(tencent.baseUrl),
        queriesPerSecond: tencent.qps,
        alertChannels: config.alertChannels,
      },
      roomPatterns: [...config.roomPatterns, ...defaultRoomPatterns],
      activityLabels: config.activityLabels,
      allowExternalChannels: config.allowExternalChannels,
      alertChannels: new Set(config.alertChannels),
      storms: createStorms(figures.stormQuietMs, figures.rememberedStorms),
      shownLinks: createShownLinks(figures.linkQuietMs, figures.rememberedLinks),
      shortcutReply: config.shortcutReply,
    },
  });

  const pruning = store && createPruning(store, figures, config.auditDays, log);

  let state: "starting" | "running" | "stopping" = "starting";
  const unreadinesses = (): readonly Unreadiness[] =>
    state === "running"
      ? door.unreadinesses()
      : [{ reason: state, explanation: `This bot is ${state}.` }];
  const server = createHttpServer(
    {
      "GET /healthz": healthz,
      "GET /readyz": readyz(unreadinesses, warnings),
      ...counted(door.routes, inFlight),
    },
    log,
  );

  return {
    async start() {
      await app.init();
      const port = await server.listen(config.port, config.host);
      await app.start();
      pruning?.start();
      watches?.scheduler.start();
      state = "running";
      return port;
    },
    async stop() {
      state = "stopping";
      // Sockets first: an envelope that is not acknowledged goes to another connection of the app.
      await app.stop();
      const watchesStopped = watches?.scheduler.stop();
      // The server stays up meanwhile, so that /readyz can say why nothing more should be sent.
      const hurry = new Promise<void>((resolve) => {
        setTimeout(() => {
          stopping.abort(stopReason);
          resolve();
        }, figures.stopAnswersMs).unref();
      });
      // What a watch does not finish now, the next process finds out and finishes.
      await Promise.race([Promise.all([inFlight.drained(), watchesStopped]), hurry]);
      await server.close(figures.stopConnectionsMs);
      await inFlight.drained();
      await client.close();
      await pruning?.stop();
      await store?.close();
    },
  };
}

/** A request counts as under way from its first byte, so that a stop waits for its rest. */
function counted(
  routes: Readonly<Record<string, Handler>>,
  inFlight: InFlight,
): Record<string, Handler> {
  return Object.fromEntries(
    Object.entries(routes).map(([route, handler]) => [
      route,
      (request, response) => inFlight.track(Promise.resolve(handler(request, response))),
    ]),
  );
}
