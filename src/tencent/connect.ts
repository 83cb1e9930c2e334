import type { TencentApp } from "./app.ts";
import { createTencentClient, type TencentClient } from "./client.ts";
import type { ObserveTencent } from "./events.ts";
import { createQuota, type Lane } from "./quota.ts";
import type { SlotSource } from "./slots.ts";
import { createTransport } from "./transport.ts";
import { createUserSigSource } from "./user-sig.ts";

export interface TencentFigures {
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
}

/** Puts the client together from its parts: one app, one quota, one pool of connections. */
export function connectTencent(
  app: TencentApp,
  figures: TencentFigures,
  { observe, slots }: TencentParts = {},
): TencentClient {
  const { sdkAppId, secretKey, identifier, baseUrl, qps, backgroundShare } = app;
  return createTencentClient({
    sdkAppId,
    identifier,
    transport: createTransport({
      baseUrl,
      bodyLimit: figures.answerBodyLimit,
      connectTimeoutMs: figures.connectTimeoutMs,
    }),
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
