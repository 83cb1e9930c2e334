import { webApi, type Logger as BoltLogger } from "@slack/bolt";
import type { Observe, SlackCall } from "../ops/events.ts";
import type { Log } from "../ops/log.ts";
import type { WatchPosts } from "../watch/posts.ts";
import { createGuardedFetch } from "./guarded-fetch.ts";
import type { ChannelTurns } from "./channel-turns.ts";
import { createCompany, type CompanyOptions } from "./company.ts";
import { observedFetch } from "./observed-fetch.ts";
import { createWatchPosts } from "./watch-posts.ts";

export interface ConnectOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly log: Log;
  readonly boltLogger: BoltLogger;
  readonly turns: ChannelTurns;
  /** For one call, and for a turn in a channel, in ms. */
  readonly callMs: number;
  readonly company: Pick<CompanyOptions, "rememberCompanyMs" | "companyTimeoutMs">;
  readonly allowExternalChannels: boolean;
  readonly observe: Observe<SlackCall>;
}

/** Posts for watches, with a client of their own: Bolt's tries again by itself. */
export function connectWatchPosts(options: ConnectOptions): WatchPosts {
  const { callMs, turns, log } = options;
  const { fetch, guard } = createGuardedFetch();
  const client = new webApi.WebClient(options.token, {
    slackApiUrl: options.apiUrl,
    logger: options.boltLogger,
    timeout: callMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch: observedFetch(options.observe, fetch),
  });
  const company = createCompany({ ...options.company, client, log });
  return createWatchPosts({
    client,
    guard,
    turns,
    turnMs: callMs,
    opennessOf: options.allowExternalChannels
      ? () => Promise.resolve("internal")
      : (channel) => company.opennessOf(channel),
  });
}
