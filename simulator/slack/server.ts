import { createServer } from "node:http";
import type { Observer, SlackActivity } from "./activity.ts";
import { observed } from "./activity.ts";
import type { Call } from "./calls.ts";
import { createChannelRate } from "./channel-rate.ts";
import type { Ack, Delivery } from "./delivery.ts";
import { createEventHub } from "./event-hub.ts";
import type { EventDelivery } from "./events.ts";
import { RETRY_DELAYS_MS } from "./events.ts";
import type { Faults } from "./faults.ts";
import { createFaultPlan } from "./faults.ts";
import type { RawDelivery } from "./http-delivery.ts";
import { deliverByHttp, deliverRaw } from "./http-delivery.ts";
import type { PageHandler } from "./http-handler.ts";
import { createHandler } from "./http-handler.ts";
import type { JsonObject } from "./json.ts";
import type { MessageActions } from "./message-actions.ts";
import { createMessageActions } from "./message-actions.ts";
import type { Message } from "./messages.ts";
import type { SlackSimulatorOptions } from "./options.ts";
import { DEFAULTS } from "./options.ts";
import { createResponseUrls } from "./response-urls.ts";
import { createSocketMode } from "./socket-delivery.ts";
import type { StepActions } from "./step-actions.ts";
import { createStepActions } from "./step-actions.ts";
import { createTriggers } from "./triggers.ts";
import type { UserActions } from "./user-actions.ts";
import { createUserActions } from "./user-actions.ts";
import type { ViewActions } from "./view-actions.ts";
import { createViewActions } from "./view-actions.ts";
import { waitFor } from "./waiting.ts";
import { callWebApi } from "./web-api/handle.ts";
import type { Workspace } from "./workspace.ts";
import { createWorkspace } from "./workspace.ts";

export type { SlackSimulatorOptions } from "./options.ts";

export interface SlackSimulator extends UserActions, MessageActions, ViewActions, StepActions {
  readonly url: string;
  /** What SLACK_API_URL is set to. */
  readonly apiUrl: string;
  readonly workspace: Workspace;
  /** Every request that the bot made. */
  readonly calls: readonly Call[];
  /** Where signed HTTP deliveries go; undefined: they go over Socket Mode. */
  requestUrl: string | undefined;
  /** Takes requests to the URL that no app sends: a page for people, say. */
  page: PageHandler | undefined;
  /** Open Socket Mode connections. */
  readonly sockets: number;
  readonly fault: Faults;
  /** An event as the test writes it, subscribed or not; while events are held, it waits. */
  event(event: JsonObject): Promise<EventDelivery>;
  /** A request to the bot as the test wants it: wrong, stale, replayed. */
  deliver(raw: RawDelivery): Promise<{ status: number; body: string; ms: number }>;
  /** Messages that fit, as soon as there are so many. */
  waitForMessages(
    fits: (message: Message) => boolean,
    timeoutMs?: number,
    count?: number,
  ): Promise<readonly Message[]>;
  close(): Promise<void>;
}

/** Starts a Slack of one workspace and one app on this machine. */
export async function startSlackSimulator(options: SlackSimulatorOptions): Promise<SlackSimulator> {
  const now = options.now ?? Date.now;
  const limitMs = options.ackLimitMs ?? DEFAULTS.ackLimitMs;
  const { signingSecret, reachable, scopes, appScopes } = options;
  const observe: Observer<SlackActivity> = options.observe ?? (() => undefined);
  const workspace = createWorkspace(now);
  const calls: Call[] = [];
  const plan = createFaultPlan();
  const rate = createChannelRate(now, options.channelBurst ?? DEFAULTS.channelBurst);
  const triggers = createTriggers(now);
  const takesMessages = options.takesMessages ?? true;
  const socketMode = createSocketMode({
    appId: workspace.appId,
    refreshMs: options.socketRefreshMs,
    pingMs: options.socketPingMs ?? DEFAULTS.socketPingMs,
    graceMs: options.socketGraceMs ?? DEFAULTS.socketGraceMs,
    onChange: workspace.changed,
  });
  let url = "";
  let closed = false;
  const responseUrls = createResponseUrls({ workspace, baseUrl: () => url, now, rate, reachable });
  const tokens = { bot: options.botToken, app: options.appToken };
  const openSocketUrl = (): string => url.replace("http", "ws") + socketMode.openTicket();

  const server = createServer(
    createHandler({
      calls,
      now,
      plan,
      responseUrls,
      observe,
      page: () => simulator.page,
      callWebApi: (request) =>
        callWebApi(request, tokens, {
          workspace,
          url,
          rate,
          triggers,
          reachable,
          scopes,
          appScopes,
          openSocketUrl,
        }),
    }),
  );
  server.on("upgrade", (request, socket, head) => socketMode.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the simulator has no port");
  url = `http://127.0.0.1:${address.port}`;

  const send = observed((delivery: Delivery): Promise<Ack> => {
    const repeats = plan.takeRepeats();
    const { requestUrl } = simulator;
    return requestUrl === undefined
      ? socketMode.deliver(delivery, repeats, limitMs)
      : deliverByHttp(requestUrl, delivery, repeats, { signingSecret, now, limitMs });
  }, observe);

  const { events = [], unfurlDomains = [], steps = [] } = options;
  const hub = createEventHub(
    { events, scopes, unfurlDomains },
    {
      workspace,
      now,
      retryDelaysMs: options.eventRetryDelaysMs ?? RETRY_DELAYS_MS,
      isClosed: () => closed,
      eventRepeats: plan.eventRepeats,
      send,
    },
  );
  const { announce, emit } = hub;
  // What the bot itself does to messages comes back to it as events.
  workspace.hear((change) => void announce(change));

  const simulator: SlackSimulator = {
    url,
    apiUrl: `${url}/api/`,
    workspace,
    calls,
    requestUrl: undefined,
    page: undefined,
    get sockets() {
      return socketMode.size;
    },
    fault: {
      ...plan.faults,
      get waiting() {
        return plan.waiting();
      },
      get repeats() {
        return plan.eventRepeats();
      },
      dropSockets: socketMode.drop,
      refreshSockets: socketMode.refresh,
      silenceSockets: socketMode.silence,
      sendFrame: socketMode.sendFrame,
      holdEvents: hub.hold,
      releaseEvents: hub.release,
    },
    ...createUserActions({
      workspace,
      now,
      triggers,
      responseUrls,
      reachable,
      scopes,
      takesMessages,
      send,
    }),
    ...createMessageActions({ workspace, takesMessages, announce }),
    ...createViewActions({ workspace, now, triggers, send, emit }),
    ...createStepActions({ workspace, steps, emit }),
    event: hub.deliver,
    async deliver(raw) {
      if (simulator.requestUrl === undefined) throw new Error("no requestUrl to deliver to");
      const posted = await deliverRaw(simulator.requestUrl, raw, { signingSecret, now, limitMs });
      const { status, body, ms, failure } = posted;
      if (status === undefined) throw new Error(`no answer from the bot: ${failure}`);
      return { status, body, ms };
    },
    waitForMessages(fits, timeoutMs = 5000, count = 1) {
      const look = (): Message[] => workspace.messages.filter((message) => fits(message));
      return waitFor(
        workspace.watch,
        () => (look().length >= count ? look() : undefined),
        timeoutMs,
        () => `expected ${count} messages, ${look().length} came`,
      );
    },
    async close() {
      if (closed) return;
      closed = true;
      await socketMode.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
  return simulator;
}
