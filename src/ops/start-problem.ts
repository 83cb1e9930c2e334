import { wordsOf } from "../lib/words.ts";

/** The code of an error that means: what DATABASE_URL names does not answer as it should. */
export const storeUnreachable = "STORE_UNREACHABLE";

/** What to do about an error at the start, for whoever set the bot up. */
export function startProblem(error: unknown, port: number, host: string): string {
  const { code, slackError } = marksOf(error);
  if (code === "EADDRINUSE") {
    return `Port ${port} is taken. Set PORT to a free one, or stop what listens there.`;
  }
  if (code === "EACCES") {
    return `Port ${port} is not allowed to this user. Set PORT to one above 1023.`;
  }
  const isNoHost = code === "ENOTFOUND" && wordsOf(error).endsWith(` ${host}`);
  if (code === "EADDRNOTAVAIL" || isNoHost) {
    return "This machine does not have the address in HOST. Set HOST to one that it has, or leave it out.";
  }
  if (code === storeUnreachable) {
    return "Check DATABASE_URL, whether that PostgreSQL runs, and whether its user may create tables.";
  }
  if (slackError === undefined) {
    return "Check that this machine reaches Slack, and read the message of the error.";
  }
  return tokenErrors.has(slackError)
    ? "Slack does not know a token. Check SLACK_BOT_TOKEN (and SLACK_APP_TOKEN in Socket Mode), and whether the app is still installed."
    : `Slack answered ${slackError}. Look it up in Slack's documentation of auth.test and apps.connections.open.`;
}

/** What Slack says of a token that it does not take. */
export const tokenErrors: ReadonlySet<string> = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "not_allowed_token_type",
]);

function marksOf(error: unknown): { code?: string; slackError?: string } {
  if (typeof error !== "object" || error === null) return {};
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const data = "data" in error ? error.data : undefined;
  const said =
    typeof data === "object" && data !== null && "error" in data ? data.error : undefined;
  return {
    ...(code === undefined ? {} : { code }),
    ...(typeof said === "string" ? { slackError: said } : {}),
  };
}
