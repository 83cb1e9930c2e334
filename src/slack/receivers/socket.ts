import { SocketModeReceiver, webApi, type Logger as BoltLogger, type Receiver } from "@slack/bolt";
import { deliveryId } from "../handle-once.ts";
import { watchPongs } from "../pongs.ts";
import { socketStateOf, type SocketState } from "../socket-states.ts";
import { keepToFrames } from "./frames.ts";
import { acknowledgeBeforeGoodbye } from "./goodbye.ts";

/** So long does Slack wait for an acknowledgement. */
const acknowledgementMs = 3_000;

/**
 * How often a connection is asked for: a reconnect that fails for good is an unhandled rejection
 * inside Bolt, which would end the process. All waits of a number of tries are reckoned before the
 * first, so that a large number takes milliseconds at each connection; the last wait repeats.
 */
export const withoutEnd = { forever: true, retries: 12, factor: 1.3, maxTimeout: 15_000 };

export interface SocketReceiverOptions {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly boltLogger: BoltLogger;
  /** Connections side by side: Slack renews each every few hours, and one alone leaves a hole. */
  readonly connections: number;
  /** For all connections to stand, in ms. */
  readonly startTimeoutMs: number;
  readonly fetch: webApi.FetchFunction;
  /** A connection is lost, or was asked to leave, and another is opened. */
  readonly onReconnect: () => void;
}

export interface SocketReceiver {
  readonly receiver: Receiver;
  readonly states: () => readonly SocketState[];
}

export function createSocketReceiver(options: SocketReceiverOptions): SocketReceiver {
  const receivers = Array.from(
    { length: options.connections },
    () =>
      new SocketModeReceiver({
        appToken: options.appToken,
        logger: options.boltLogger,
        customPropertiesExtractor: ({ envelope_id }) => ({ [deliveryId]: String(envelope_id) }),
        installerOptions: {
          clientOptions: {
            slackApiUrl: options.apiUrl,
            timeout: 10_000,
            fetch: options.fetch,
            allowAbsoluteUrls: false,
            // Its own object for each.
            retryConfig: { ...withoutEnd },
          },
        },
      }),
  );
  for (const { client } of receivers) {
    client.on("reconnecting", options.onReconnect);
    acknowledgeBeforeGoodbye(client, { waitMs: acknowledgementMs });
    keepToFrames(client, () => {
      options.boltLogger.warn("ignored a frame that is no message of Slack's");
    });
  }
  const pongs = watchPongs();

  return {
    states: () => receivers.map(({ client }) => socketStateOf(client, pongs.ageOf)),
    receiver: {
      init: (app) => {
        for (const receiver of receivers) receiver.init(app);
      },
      async start() {
        // Bolt's client would try for ever with a token that is revoked: this one says so. Neither
        // waits for the other, and what this one says counts first.
        const asked = new webApi.WebClient(options.appToken, {
          slackApiUrl: options.apiUrl,
          logger: options.boltLogger,
          timeout: 10_000,
          retryConfig: { retries: 2 },
          fetch: options.fetch,
          allowAbsoluteUrls: false,
        }).apps.connections.open({});
        const started = Promise.all(receivers.map((receiver) => receiver.start()));
        // Heard below, once the other has spoken.
        started.catch(() => undefined);
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<never>((_, reject) => {
          timer = setTimeout(
            () => reject(new Error("Slack's Socket Mode did not open a connection in time")),
            options.startTimeoutMs,
          );
        });
        try {
          await Promise.race([late, asked.then(() => started)]);
        } catch (error) {
          // Those that still try give up; nobody waits for that.
          for (const { client } of receivers) client.disconnect().catch(() => undefined);
          throw error;
        } finally {
          clearTimeout(timer);
        }
      },
      async stop() {
        await Promise.all(receivers.map((receiver) => receiver.stop()));
        pongs.stop();
      },
    },
  };
}
