import { callSlack, type SlackSaid } from "./call-slack.ts";
import { notChecked, type Finding } from "./finding.ts";
import { openSocket } from "./open-socket.ts";
import { scopes as wanted } from "./scopes.ts";
import { tokenErrors } from "../start-problem.ts";

/** How the bot talks to Slack, as it is set up. */
export interface SlackSetup {
  readonly botToken: string;
  /** Ends in a slash. */
  readonly apiUrl: string;
  readonly mode:
    | { readonly kind: "socket"; readonly appToken: string }
    | { readonly kind: "http"; readonly signingSecrets: readonly string[] };
}

const tokenAdvice =
  "Copy the token again at api.slack.com/apps, your app, OAuth & Permissions. Where the app is not installed in the workspace, install it there.";

/**
 * The bot's token, its scopes, and the way on which Slack's requests come.
 *
 * @param isConnected whether a connection of Socket Mode is open anyhow: then none other is asked for
 */
export async function slackSteps(
  setup: SlackSetup,
  timeoutMs: number,
  isConnected: () => boolean = () => false,
): Promise<Finding[]> {
  const { apiUrl, botToken, mode } = setup;
  const [said, way] = await Promise.all([
    callSlack(apiUrl, "auth.test", botToken, timeoutMs),
    mode.kind === "socket"
      ? socketStep(apiUrl, mode.appToken, timeoutMs, isConnected)
      : signingSecretStep(mode.signingSecrets),
  ]);
  return [tokenStep(said), ...scopeSteps(said), way];
}

function tokenStep(said: SlackSaid): Finding {
  const step = "Slack token";
  if (said.kind === "ok") {
    const { team, user } = said.fields;
    return {
      step,
      verdict: "good",
      what: `Slack knows the bot: ${nameOf(user)} in ${nameOf(team)}`,
    };
  }
  if (said.kind === "fault") return unreachable(step, said.name);
  if (tokenErrors.has(said.error)) {
    const what = `Slack does not take SLACK_BOT_TOKEN (${said.error}): it is wrong, or was revoked`;
    return { step, verdict: "bad", what, next: tokenAdvice };
  }
  return trouble(step, said.error);
}

function scopeSteps(said: SlackSaid): readonly Finding[] {
  const step = "Scopes";
  if (said.kind !== "ok") return notChecked([step], "Slack did not take the token");
  if (said.scopes === undefined) {
    return notChecked([step], "Slack does not say which scopes the token has");
  }
  const has = new Set(said.scopes);
  const missing = Object.entries(wanted).filter(([scope]) => !has.has(scope));
  if (missing.length > 0) {
    const each = missing.map(([scope, lack]) => `${scope} (${lack})`).join("; ");
    return [
      {
        step,
        verdict: "bad",
        what: `the app lacks ${missing.length === 1 ? "a scope" : "scopes"}: ${each}`,
        next: "Put manifest.yml into the app's settings at api.slack.com/apps, App Manifest, and install the app again.",
      },
    ];
  }
  const more = said.scopes.filter((scope) => !(scope in wanted));
  return more.length === 0
    ? [{ step, verdict: "good", what: `the ${said.scopes.length} that manifest.yml asks for` }]
    : [
        {
          step,
          verdict: "warning",
          what: `the app may do more than it needs: ${more.join(", ")}`,
          next: "Take these out at api.slack.com/apps, OAuth & Permissions, and install the app again.",
        },
      ];
}

/** What Slack calls a signing secret: 32 letters and digits. Only a request of Slack's proves it. */
function signingSecretStep(secrets: readonly string[]): Finding {
  const step = "Signing secret";
  if (secrets.every((secret) => /^[0-9a-z]{32}$/i.test(secret))) {
    const what =
      "it has the form of one; whether it is the app's own shows with Slack's first request";
    return { step, verdict: "good", what };
  }
  return {
    step,
    verdict: "bad",
    what: "SLACK_SIGNING_SECRET can't be a signing secret: that has 32 letters and digits",
    next: "Copy the Signing Secret at api.slack.com/apps, your app, Basic Information. It is no token, and not the Client Secret.",
  };
}

async function socketStep(
  apiUrl: string,
  appToken: string,
  timeoutMs: number,
  isConnected: () => boolean,
): Promise<Finding> {
  const step = "Socket Mode";
  const good: Finding = {
    step,
    verdict: "good",
    what: "Slack opens a connection, and says hello on it",
  };
  // On another one beside it, Slack might send what is meant for the bot.
  if (isConnected()) return good;
  const said = await callSlack(apiUrl, "apps.connections.open", appToken, timeoutMs);
  if (said.kind === "fault") return unreachable(step, said.name);
  if (said.kind === "refused") {
    const isToken = tokenErrors.has(said.error) || said.error === "missing_scope";
    const what = `Slack does not take SLACK_APP_TOKEN (${said.error}): it is wrong, was revoked, or lacks connections:write`;
    const next =
      "Make an app-level token with connections:write at api.slack.com/apps, your app, Basic Information, and see that Socket Mode is on.";
    return isToken ? { step, verdict: "bad", what, next } : trouble(step, said.error);
  }
  const { url } = said.fields;
  const isOpen = typeof url === "string" && (await openSocket(url, timeoutMs));
  return isOpen
    ? good
    : {
        step,
        verdict: "bad",
        what: "Slack names a connection, but it can't be opened",
        next: "See whether a proxy or firewall keeps this machine from WebSockets (wss) to Slack.",
      };
}

function unreachable(step: string, fault: string): Finding {
  return {
    step,
    verdict: "bad",
    what: `Slack can't be reached (${fault.replaceAll("-", " ")})`,
    next: "See whether this machine reaches slack.com over https, and whether SLACK_API_URL is left out.",
  };
}

function trouble(step: string, error: string): Finding {
  return {
    step,
    verdict: "bad",
    what: `Slack refuses with ${error}`,
    next: "Look it up in Slack's documentation of auth.test and apps.connections.open, or try again in a minute.",
  };
}

/** A name of Slack's, for a terminal: without what could steer one. */
function nameOf(value: unknown): string {
  return typeof value === "string" ? value.replace(/[^\p{L}\p{N} ._'-]/gu, "").slice(0, 80) : "?";
}
