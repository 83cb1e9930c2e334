import { App, LogLevel, type Logger as BoltLogger, type Receiver, type webApi } from "@slack/bolt";
import { correlated } from "../lib/correlation.ts";
import type { Observe, SlackEvent } from "../ops/events.ts";
import { within } from "../lib/time.ts";
import type { Log } from "../ops/log.ts";
import type { RoomLookup } from "../room/look-up.ts";
import type { Store } from "../store/store.ts";
import { createAccess, type AccessRules } from "./access.ts";
import { createAnswerer } from "./answer.ts";
import { createChannelPosts } from "./channel-posts.ts";
import type { ChannelTurns } from "./channel-turns.ts";
import { createCompany, type CompanyOptions } from "./company.ts";
import { createHandledDeliveries, handleOnce } from "./handle-once.ts";
import type { InFlight } from "./in-flight.ts";
import { registerAlerts } from "./listeners/alerts.ts";
import { createLastLookUps } from "./last-look-ups.ts";
import { registerAppHome } from "./listeners/app-home.ts";
import { registerCardButtons } from "./listeners/card-buttons.ts";
import { registerDirectMessages } from "./listeners/direct-message.ts";
import { registerLinks } from "./listeners/links.ts";
import { registerLookUpModal } from "./listeners/look-up-modal.ts";
import { registerMention } from "./listeners/mention.ts";
import type { ListenerParts } from "./listeners/parts.ts";
import { registerRoomCommand } from "./listeners/room-command.ts";
import { registerShortcuts } from "./listeners/shortcuts.ts";
import { registerWatchButtons } from "./listeners/watch-buttons.ts";
import { registerWorkflowStep } from "./listeners/workflow-step.ts";
import type { OpenDeliveries } from "./open-deliveries.ts";
import { createPeopleList } from "./people-list.ts";
import { createReport } from "./report.ts";
import { createSight } from "./sight.ts";
import { createCardMemory } from "./card-memory.ts";
import { createThreadCards } from "./thread-cards.ts";

/** What needs the client of the app, or is given to it besides. */
type MadeHere =
  | "access"
  | "admins"
  | "answerer"
  | "company"
  | "lastLookUps"
  | "lookUps"
  | "lookup"
  | "observe"
  | "posts"
  | "sight"
  | "stopping"
  | "threadCards";

export interface SlackAppOptions {
  readonly botToken: string;
  readonly apiUrl: string;
  readonly receiver: Receiver;
  readonly inFlight: InFlight;
  readonly log: Log;
  readonly boltLogger: BoltLogger;
  /** What listeners are given, besides what posts with the client of this app. */
  readonly parts: Omit<ListenerParts, MadeHere>;
  readonly lookup: RoomLookup;
  readonly accessRules: AccessRules;
  /** People and user groups who may see what is for the people who run this bot. */
  readonly adminUsers: readonly string[];
  readonly rememberGroupMs: number;
  readonly company: Pick<CompanyOptions, "rememberCompanyMs" | "companyTimeoutMs">;
  /** After how long a look-up is told to be under way, in ms. */
  readonly underWayMs: number;
  readonly turns: ChannelTurns;
  /** Threads whose cards are remembered. */
  readonly rememberedCards: number;
  /** People whose last look-ups are remembered. */
  readonly rememberedPeople: number;
  /** Aborts when this process stops. */
  readonly stopping: AbortSignal;
  /** What outlives a restart; undefined where nothing is kept. */
  readonly store: Store | undefined;
  /** What another process can finish for this one; undefined where nothing is kept. */
  readonly openDeliveries: OpenDeliveries | undefined;
  /** How long the store is waited for to know a delivery or a card, in ms. */
  readonly handledMs: number;
  readonly fetch: webApi.FetchFunction;
  readonly observe: Observe<SlackEvent>;
}

/** An hour of the most events that Slack sends to an app. */
const rememberedDeliveries = 30_000;

/** Bolt with all our listeners. `await app.init()` checks the token; then `app.start()`. */
export function createSlackApp(options: SlackAppOptions): App {
  const { log, inFlight, observe } = options;
  const app = new App({
    token: options.botToken,
    receiver: options.receiver,
    // A bad token would otherwise be an unhandled rejection from the constructor.
    deferInitialization: true,
    // The default store keeps every conversation's state for ever.
    convoStore: false,
    logger: options.boltLogger,
    logLevel: LogLevel.INFO,
    clientOptions: {
      slackApiUrl: options.apiUrl,
      timeout: 10_000,
      retryConfig: { retries: 2 },
      // One 429 would otherwise pause every channel.
      rejectRateLimitedCalls: true,
      allowAbsoluteUrls: false,
      fetch: options.fetch,
    },
  });
  // Around all that Bolt does with it, so that Bolt's own log lines have the reference too.
  const process = app.processEvent.bind(app);
  app.processEvent = (event) => correlated(() => process(event));
  app.use(async ({ next }) => inFlight.track(next()));
  const { store } = options;
  const { watching } = options.parts;
  app.use(
    handleOnce(
      createHandledDeliveries(rememberedDeliveries, {
        open: options.openDeliveries,
        waitMs: options.handledMs,
        log,
      }),
    ),
  );
  app.error(async (error) => {
    log.error({ error }, "Bolt met an error outside any interaction");
  });
  const { turns, stopping } = options;
  const posts = createChannelPosts({ client: app.client, turns, signal: stopping });
  const threadCards = createThreadCards({
    posts,
    memory: createCardMemory({
      mostThreads: options.rememberedCards,
      store,
      waitMs: options.handledMs,
      log,
    }),
    isWatched: async (channel, card) => {
      try {
        const asked = watching?.isCard(channel, card) ?? Promise.resolve(false);
        return await within(asked, options.handledMs, "the store did not answer in time");
      } catch (error) {
        log.warn({ error }, "the store does not say whether a card is watched");
        return false;
      }
    },
  });
  const access = createAccess({
    rules: options.accessRules,
    client: app.client,
    log,
    rememberGroupMs: options.rememberGroupMs,
  });
  const admins = createPeopleList({
    ids: options.adminUsers,
    name: "ADMIN_USERS",
    client: app.client,
    log,
    rememberGroupMs: options.rememberGroupMs,
  });
  const { lookup, underWayMs } = options;
  const company = createCompany({ ...options.company, client: app.client, log });
  const sight = createSight(company, options.parts.allowExternalChannels);
  const lastLookUps = createLastLookUps(options.rememberedPeople);
  const answerer = createAnswerer({
    lookup,
    access,
    sight,
    lastLookUps,
    onAnswer: (result) => {
      watching?.asked(result).catch((error: unknown) => {
        log.warn({ error }, "watches could not be told what somebody has read");
      });
    },
    log,
    report: createReport({ log, observe, lookUps: store?.lookUps }),
    underWayMs,
    stopping,
  });
  const parts: ListenerParts = {
    ...options.parts,
    access,
    admins,
    answerer,
    company,
    lastLookUps,
    lookUps: store?.lookUps,
    lookup,
    observe,
    posts,
    sight,
    stopping,
    threadCards,
  };
  registerRoomCommand(app, parts);
  registerCardButtons(app, parts);
  registerWatchButtons(app, parts);
  registerMention(app, parts);
  registerShortcuts(app, parts);
  registerLookUpModal(app, parts);
  registerAlerts(app, parts);
  registerDirectMessages(app, parts);
  registerLinks(app, parts);
  registerWorkflowStep(app, parts);
  registerAppHome(app, parts);
  return app;
}
