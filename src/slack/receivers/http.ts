import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { HTTPReceiver, type Logger as BoltLogger, type Receiver } from "@slack/bolt";
import type { Log } from "../../ops/log.ts";
import { deliveryId } from "../handle-once.ts";
import { flawOfHead, flawOfSignature, timeTolerance, type SignatureFlaw } from "../signature.ts";
import { createBodyReader } from "./body.ts";
import { createSeenRequests } from "./seen-requests.ts";

/** Why a request goes no further. */
export type RefusedRequest = SignatureFlaw | "no-payload" | "repeated" | "too-large" | "too-many";

export interface HttpReceiverOptions {
  readonly signingSecrets: readonly string[];
  readonly bodyLimit: number;
  readonly log: Log;
  readonly boltLogger: BoltLogger;
  /** Told of a request that is refused, by a word for why. */
  readonly onRefused: (reason: RefusedRequest) => void;
  readonly wallClock?: () => number;
}

export interface HttpReceiver {
  readonly receiver: Receiver;
  /** Takes `POST /slack/events`. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** Signatures remembered at least: what five minutes bring at 300 requests a second. */
const rememberedSignatures = 100_000;

/** Longest bodies that are read side by side. Slack's own are a hundredth of it, and soon here. */
const bodiesTogether = 64;

/**
 * Bolt's receiver behind a check of our own: Bolt knows one secret alone, takes requests from the
 * future, takes the same request twice, and refuses a form whose content type names a charset.
 */
export function createHttpReceiver(options: HttpReceiverOptions): HttpReceiver {
  const { signingSecrets, bodyLimit, log, onRefused, wallClock = Date.now } = options;
  const bolt = new HTTPReceiver({
    signingSecret: "",
    signatureVerification: false,
    logger: options.boltLogger,
    // What was recorded and is sent once more to another process, or after a restart: see handleOnce.
    customPropertiesExtractor: ({ headers }) => ({ [deliveryId]: headers["x-slack-signature"] }),
    unhandledRequestHandler: ({ request, response }) => {
      // Nobody answered within Slack's 3 s: say so, instead of Bolt's 404.
      log.warn({ command: commandOf(request) }, "no part of this bot handles a request of Slack's");
      if (!response.headersSent) response.writeHead(500).end();
    },
  });
  // Twice the tolerance: a request from the near future stays valid for that long.
  const seen = createSeenRequests(rememberedSignatures, 2 * timeTolerance * 1000);

  const readBody = createBodyReader(bodyLimit, bodiesTogether * bodyLimit);

  return {
    receiver: {
      init: (app) => bolt.init(app),
      start: () => Promise.resolve(),
      stop: () => Promise.resolve(),
    },
    async handle(request, response) {
      const signature = headerOf(request, "x-slack-signature");
      const timestamp = headerOf(request, "x-slack-request-timestamp");
      const arrivedAt = wallClock();
      const headFlaw = flawOfHead({ signature, timestamp }, arrivedAt);
      const body = headFlaw === undefined ? await readBody(request) : Buffer.alloc(0);
      if (body === "too-long" || body === "too-many") {
        onRefused(body === "too-long" ? "too-large" : body);
        if (body === "too-many") log.warn("refused a request, since too many are being read");
        response.writeHead(body === "too-long" ? 413 : 503, { connection: "close" }).end();
        return;
      }
      // By the time at which it came: a body may be slow, and is no older for that.
      const flaw =
        headFlaw ?? flawOfSignature({ signature, timestamp, body }, signingSecrets, arrivedAt);
      if (flaw !== undefined) {
        onRefused(flaw);
        log.warn({ flaw }, "refused a request whose signature is not Slack's");
        response.writeHead(401, { connection: "close" }).end();
        return;
      }
      if (signature !== undefined && !seen.begins(signature)) {
        onRefused("repeated");
        log.warn("ignored a request that came before");
        response.writeHead(200).end();
        return;
      }
      const type = headerOf(request, "content-type")?.split(";")[0]?.trim().toLowerCase();
      if (!isPayload(body.toString(), type)) {
        // Bolt would break on it outside of every handler of ours.
        onRefused("no-payload");
        log.warn("refused a request whose body holds no payload");
        response.writeHead(400).end();
        return;
      }
      request.headers["content-type"] = type;
      const answered = once(response, "close");
      bolt.requestListener(Object.assign(request, { rawBody: body }), response);
      await answered;
    },
  };
}

/** Whether Bolt can read it: JSON with an object, or a form, whose `payload` is such JSON too. */
function isPayload(body: string, type: string | undefined): boolean {
  const isForm = type === "application/x-www-form-urlencoded";
  const json = isForm ? new URLSearchParams(body).get("payload") : body;
  if (json === null) return true;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The name of the slash command, where it is one: it may be another than /room in the manifest. */
function commandOf(request: IncomingMessage): string | undefined {
  const body: unknown = Reflect.get(request, "rawBody");
  if (!Buffer.isBuffer(body)) return undefined;
  return new URLSearchParams(body.toString()).get("command") ?? undefined;
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" ? value : undefined;
}
