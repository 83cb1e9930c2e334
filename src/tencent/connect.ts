import type { TencentApp } from "./app.ts";
import { createBreaker, type BreakerFigures, type Circuit } from "./breaker.ts";
import { createTencentClient, type TencentClient } from "./client.ts";
import type { ObserveTencent } from "./events.ts";
import { createQuota, type Lane } from "./quota.ts";
import type { SlotSource } from "./slots.ts";
import { createTransport } from "./transport.ts";
import { createUserSigSource } from "./user-sig.ts";

export interface TencentFigures extends BreakerFigures {
  readonly queryTimeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly shortestFirstTryMs: number;
  readonly shortestTryMs: number;
  readonly lockMs: number;
  readonly answerBodyLimit: number;
  readonly longestLine: Readonly<Record<Lane, number>>;
  readonly restMs: number;
  readonly graceMs: number;
  readonly silenceMs: number;
  readonly signatureLifeSeconds: number;
}

/** What a client may be given from outside. */
export interface TencentParts {
  readonly observe?: ObserveTencent | undefined;
  /** Those that are shared with other processes; left out, this one has its own. */
  readonly slots?: SlotSource | undefined;
  /** Told each change of the circuit: closed, open, or half-open while a probe is under way. */
  readonly onCircuit?: (circuit: Circuit) => void;
}

/** Puts the client together from its parts: one app, one quota, one pool of connections. */
export function connectTencent(
  app: TencentApp,
  figures: TencentFigures,
  { observe, slots, onCircuit }: TencentParts = {},
): TencentClient {
  const { sdkAppId, secretKey, identifier, baseUrl, qps, backgroundShare } = app;
  const breaker = createBreaker(figures);
  if (onCircuit !== undefined) breaker.onChange(() => onCircuit(breaker.circuit));
  return createTencentClient({
    sdkAppId,
    identifier,
    transport: createTransport({
      baseUrl,
      bodyLimit: figures.answerBodyLimit,
      connectTimeoutMs: figures.connectTimeoutMs,
    }),
    breaker,
    quota: createQuota({ ...figures, qps, backgroundShare, slots }),
    userSig: createUserSigSource({
      sdkAppId,
      secretKey,
      identifier,
      lifeSeconds: figures.signatureLifeSeconds,
    }),
    ...figures,
    observe,
  });
}
