import type { TencentApp } from "./app.ts";
import { createBreaker, type BreakerFigures, type Circuit } from "./breaker.ts";
import { createTencentClient, type TencentClient } from "./client.ts";
import { createQuota, type Lane } from "./quota.ts";
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

/** What others may hear of while the client works. */
export interface TencentObserver {
  /** Each change of the circuit: closed, open, or half-open while a probe is under way. */
  readonly onCircuit?: (circuit: Circuit) => void;
}

/** Puts the client together from its parts: one app, one quota, one pool of connections. */
export function connectTencent(
  app: TencentApp,
  figures: TencentFigures,
  { onCircuit }: TencentObserver = {},
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
    quota: createQuota({ ...figures, qps, backgroundShare }),
    userSig: createUserSigSource({
      sdkAppId,
      secretKey,
      identifier,
      lifeSeconds: figures.signatureLifeSeconds,
    }),
    ...figures,
  });
}
