import { request } from "undici";
import { readLimited } from "../../lib/read-limited.ts";
import { pause } from "../../lib/time.ts";
import type { TencentApp } from "../../tencent/app.ts";
import { readEnvelope, type Envelope } from "../../tencent/envelope.ts";
import { faultNameOf, type Fault } from "../../tencent/fault.ts";
import { ruleForCode, ruleForFault } from "../../tencent/retry.ts";
import { serverTimeOf } from "../../tencent/server-time.ts";
import { createUserSigSource } from "../../tencent/user-sig.ts";
import { lifeSeconds } from "./user-sig-step.ts";

/** What came of one question of the doctor's. */
export type Heard =
  | {
      readonly kind: "answer";
      readonly status: number;
      /** The server's own time by its Date header, in ms since 1970. */
      readonly serverTime: number | undefined;
      /** undefined: what came is no answer of Tencent's. */
      readonly envelope: Envelope | undefined;
    }
  | { readonly kind: "fault"; readonly fault: Fault };

export interface AskFigures {
  /** For one try, in ms. */
  readonly tryMs: number;
  /** Until another try, where that may help, in ms. */
  readonly retryMs: number;
  /** Bytes of an answer that are read at most. */
  readonly bodyLimit: number;
}

/** An ID that Tencent takes, and that nobody gives a room: to hear of no such room is health. */
export const noRoomsId = "greenroom-doctor-no-room-has-this-id";

/**
 * Looks up a room that can't exist, apart from the bot's client: the doctor wants the clock of the
 * server as well, and to hear a refusal as it came. Tries twice where that may help. Never throws.
 */
export async function askTencent(app: TencentApp, figures: AskFigures): Promise<Heard> {
  const first = await tryOnce(app, figures);
  if (!mayPass(first)) return first;
  await pause(figures.retryMs, never);
  return tryOnce(app, figures);
}

const never = new AbortController().signal;

function mayPass(heard: Heard): boolean {
  if (heard.kind === "fault") {
    // Who let us wait for so long once would do so again.
    return heard.fault.name !== "timed-out" && ruleForFault(heard.fault) === "backoff";
  }
  const { envelope, status } = heard;
  if (envelope?.kind !== "fail") return ruleForFault({ name: "http-status", status }) === "backoff";
  const rule = ruleForCode(envelope.code);
  return rule === "backoff" || rule === "pause";
}

async function tryOnce(app: TencentApp, { tryMs, bodyLimit }: AskFigures): Promise<Heard> {
  const { sdkAppId, secretKey, identifier, baseUrl } = app;
  const signal = AbortSignal.timeout(tryMs);
  try {
    const userSig = createUserSigSource({ sdkAppId, secretKey, identifier, lifeSeconds });
    const url = new URL(`${baseUrl.replace(/\/+$/, "")}/v4/live_engine_http_srv/get_room_info`);
    url.search = new URLSearchParams({
      sdkappid: String(sdkAppId),
      identifier,
      usersig: userSig.current(),
      random: String(Math.floor(Math.random() * 2 ** 32)),
      contenttype: "json",
    }).toString();
    const { statusCode, headers, body } = await request(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ RoomId: noRoomsId }),
      signal,
    });
    const text = await readLimited(body, bodyLimit);
    return {
      kind: "answer",
      status: statusCode,
      serverTime: serverTimeOf(headers["date"]),
      envelope: text === undefined ? undefined : readEnvelope(text),
    };
  } catch (error) {
    return { kind: "fault", fault: { name: signal.aborted ? "timed-out" : faultNameOf(error) } };
  }
}
