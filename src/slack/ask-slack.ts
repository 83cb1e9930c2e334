import { webApi, type Logger as BoltLogger } from "@slack/bolt";

export interface AskSlackOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly boltLogger: BoltLogger;
  readonly fetch: webApi.FetchFunction;
  /** For the one try that is made, in ms. */
  readonly timeoutMs: number;
}

/** Asks Slack who this bot is: whether it is there, and takes the token. */
export function createAskSlack({
  token,
  apiUrl,
  boltLogger,
  fetch,
  timeoutMs,
}: AskSlackOptions): () => Promise<unknown> {
  const client = new webApi.WebClient(token, {
    slackApiUrl: apiUrl,
    logger: boltLogger,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch,
  });
  return () => client.auth.test();
}
