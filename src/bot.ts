import { randomUUID } from "node:crypto";
import type { Config } from "./config.ts";
import type { defaults } from "./defaults.ts";
import { createSeal } from "./lib/seal.ts";
import { circuitNotes } from "./ops/circuit-notes.ts";
import { createDoctor } from "./ops/doctor/create-doctor.ts";
import { keepsNothing, type Keeping } from "./ops/keeping.ts";
import type { Log } from "./ops/log.ts";
import { createOversight } from "./ops/oversight.ts";
import { createPruning } from "./ops/pruning.ts";
import { createHttpServer, type Handler } from "./ops/server.ts";
import { createRoomLookup } from "./room/look-up.ts";
import { createSlackApp } from "./slack/app.ts";
import { createAskSlack } from "./slack/ask-slack.ts";
import { createBoltLogger } from "./slack/bolt-logger.ts";
import { defaultRoomPatterns } from "./slack/commands/room-links.ts";
import { createChannelTurns } from "./slack/channel-turns.ts";
import { takenOver } from "./slack/handle-once.ts";
import { createDoor } from "./slack/door.ts";
import { createInFlight, type InFlight } from "./slack/in-flight.ts";
import { entries, outcomes } from "./slack/interaction.ts";
import { observedFetch } from "./slack/observed-fetch.ts";
import { slackUrlCheck } from "./slack/slack-url.ts";
import { createOpenDeliveries } from "./slack/open-deliveries.ts";
import { createShownLinks } from "./slack/shown-links.ts";
import { createStorms } from "./slack/storms.ts";
import { connectWatchPosts } from "./slack/connect-watch-posts.ts";
import { createReplies } from "./slack/response-url.ts";
import { stopReason } from "./tencent/client.ts";
import { connectTencent } from "./tencent/connect.ts";
import { placeOf } from "./tencent/regions.ts";
import { createSharedSlots } from "./tencent/shared-slots.ts";
import { createWatches } from "./watch/create-watches.ts";

export type Figures = {
  readonly [K in keyof typeof defaults]: (typeof defaults)[K] extends number
    ? number
    : { readonly [P in keyof (typeof defaults)[K]]: number };
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
  { store, warnings, slotTable }: Keeping = keepsNothing,
): Bot {
  const { slack, tencent } = config;
  const boltLogger = createBoltLogger(log);
  const stopping = new AbortController();
  const inFlight = createInFlight();
  const fetch = observedFetch((event) => observe(event));
  const toSlack = { token: slack.botToken, apiUrl: slack.apiUrl, boltLogger, fetch };
  const oversight = createOversight({
    ...figures,
    ask: createAskSlack({ ...toSlack, timeoutMs: figures.slackProbeMs }),
    store,
    log,
    known: { entries, outcomes },
  });
  const { observe } = oversight;
  const slots =
    slotTable &&
    createSharedSlots({
      table: slotTable,
      me: randomUUID(),
      ...tencent,
      figures,
      onAway(error) {
        if (error === undefined) log.info("the table of slots is there again");
        else log.warn({ error }, "no slots from the database: people are served from the reserve");
      },
    });
  const client = connectTencent(tencent, figures, {
    observe,
    slots,
    onCircuit: circuitNotes(log),
  });
  const lookup = createRoomLookup({
    client,
    deadlineMs: figures.lookUpDeadlineMs,
    ...figures,
    observe,
    // Where several processes read the same rooms, they agree on which reading is the later one.
    wallClock: store?.now ?? Date.now,
  });
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
    observe,
  });
  const watches =
    store &&
    createWatches({
      store,
      lookup,
      posts: connectWatchPosts({
        ...toSlack,
        log,
        turns,
        callMs: figures.watchCallMs,
        company: figures,
        allowExternalChannels: config.allowExternalChannels,
        observe,
      }),
      figures,
      activityLabels: config.activityLabels,
      log,
      onEnded: (why) => observe({ kind: "watch-ended", why }),
    });
  const door = createDoor({ ...figures, ...slack, log, boltLogger, fetch, observe });
  const openDeliveries =
    store &&
    createOpenDeliveries({
      deliveries: store.deliveries,
      by: randomUUID(),
      seal: createSeal(slack.botToken, "greenroom: open deliveries"),
      now: store.now,
      figures,
      log,
    });
  const examine = createDoctor({
    setup: { tencent, slack, store: config.store },
    client,
    askMs: figures.doctorAskMs,
    stopping: stopping.signal,
    isConnected: () => door.unreadinesses().length === 0,
  });
  const app = createSlackApp({
    botToken: slack.botToken,
    apiUrl: slack.apiUrl,
    receiver: door.receiver,
    inFlight,
    log,
    boltLogger,
    lookup,
    accessRules: config.access,
    adminUsers: config.adminUsers,
    rememberGroupMs: figures.rememberGroupMs,
    company: figures,
    underWayMs: figures.underWayMs,
    turns,
    rememberedCards: figures.rememberedCards,
    rememberedPeople: figures.rememberedPeople,
    stopping: stopping.signal,
    store,
    openDeliveries,
    handledMs: figures.handledMs,
    fetch,
    observe,
    parts: {
      watching: watches?.watching,
      doctor: { examine, underWayMs: figures.underWayMs },
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
  const { quota } = client;
  const watched = { ...door, state: () => state, warnings, quota };
  const server = createHttpServer(
    { ...oversight.routes(watched), ...counted(door.routes, inFlight) },
    log,
  );

  return {
    async start() {
      if (config.tracing !== undefined) await oversight.trace(config.tracing);
      await app.init();
      await slots?.start();
      const port = await server.listen(config.port, config.host);
      await app.start();
      openDeliveries?.start((id, body) => app.processEvent(takenOver(id, body)));
      pruning?.start();
      watches?.scheduler.start();
      state = "running";
      return port;
    },
    async stop() {
      state = "stopping";
      // Sockets first: an envelope that is not acknowledged goes to another connection of the app.
      await app.stop();
      const nothingTaken = openDeliveries?.stop();
      const watchesStopped = watches?.scheduler.stop();
      // The server stays up meanwhile, so that /readyz can say why nothing more should be sent.
      const hurry = new Promise<void>((resolve) => {
        setTimeout(() => {
          stopping.abort(stopReason);
          resolve();
        }, figures.stopAnswersMs).unref();
      });
      // What a watch does not finish now, the next process finds out and finishes.
      await Promise.race([Promise.all([inFlight.drained(), watchesStopped, nothingTaken]), hurry]);
      await server.close(figures.stopConnectionsMs);
      await inFlight.drained();
      await client.close();
      await slots?.stop();
      await pruning?.stop();
      await store?.close();
      await oversight.stop(figures.traceFlushMs);
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
