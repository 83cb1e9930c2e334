import { monotonic, within, type MonotonicClock } from "../lib/time.ts";
import type { Observe, SlackCall } from "./events.ts";
import type { Unreadiness } from "./health.ts";

export interface SlackHealthOptions {
  /** Asks Slack who this bot is. What comes of it is observed, so it only has to be awaited. */
  readonly ask: () => Promise<unknown>;
  /** A word of Slack's that is younger than this is believed, in ms; a bad one, for less long. */
  readonly slackNewsMs: number;
  readonly slackBadNewsMs: number;
  /** Whoever wants to know how things stand waits for Slack no longer than this, in ms. */
  readonly healthWaitMs: number;
  /** Requests in a row without an answer after which Slack counts as out of reach. */
  readonly slackFailures: number;
  readonly now?: MonotonicClock;
}

export interface SlackHealth {
  readonly observe: Observe<SlackCall>;
  readonly check: () => Promise<readonly Unreadiness[]>;
}

/** Slack's words for: this token is good for nothing any more. */
const tokenErrors: ReadonlySet<string> = new Set([
  "account_inactive",
  "invalid_auth",
  "not_authed",
  "token_expired",
  "token_revoked",
]);

/** These go without the bot's token. */
const tokenless: ReadonlySet<string> = new Set(["apps.connections.open", "response_url"]);

/** Whether Slack can be reached and takes the token: from what is called anyhow, or by asking. */
export function createSlackHealth(options: SlackHealthOptions): SlackHealth {
  const { ask, slackFailures, now = monotonic } = options;
  let unanswered = 0;
  let refusal: string | undefined;
  /** When it was last heard whether Slack takes the token. */
  let heardAt = -Infinity;
  let askedAt = -Infinity;
  let asking: Promise<unknown> | undefined;

  const isWell = (): boolean => unanswered === 0 && refusal === undefined;

  async function askNow(): Promise<void> {
    askedAt = now();
    asking ??= ask()
      .catch(() => undefined)
      .finally(() => (asking = undefined));
    await within(asking, options.healthWaitMs, "Slack did not answer in time").catch(
      () => undefined,
    );
  }

  return {
    observe({ method, error, isAnswered }) {
      if (!isAnswered) {
        unanswered += 1;
        return;
      }
      unanswered = 0;
      if (tokenless.has(method)) return;
      heardAt = now();
      refusal = error !== undefined && tokenErrors.has(error) ? error : undefined;
    },
    async check() {
      const newsMs = isWell() ? options.slackNewsMs : options.slackBadNewsMs;
      if (now() - Math.max(heardAt, askedAt) >= newsMs) await askNow();
      if (refusal !== undefined) return [refused(refusal)];
      return unanswered >= slackFailures ? [unreachable] : [];
    },
  };
}

const unreachable: Unreadiness = {
  reason: "slack-unreachable",
  explanation: "Slack does not answer this bot's requests.",
};

function refused(error: string): Unreadiness {
  return {
    reason: "slack-refuses-token",
    explanation: `Slack does not take SLACK_BOT_TOKEN any more (${error}).`,
  };
}
