import type { Call } from "../../../simulator/slack/calls.ts";
import { isObject, parseJson, stringOf } from "../../../simulator/slack/json.ts";

/**
 * How a call of the bot's finds the interaction that it answers: it carries an ID that Slack sent
 * along, such as the response URL, the trigger, the thread or the window.
 */

/** Every string in a payload; of a response URL the path, as calls name it. */
export function namesIn(payload: unknown, into: Set<string> = new Set()): Set<string> {
  if (typeof payload === "string") {
    into.add(payload);
    // What the bot sends along with a window comes back as text: of which message it was opened, say.
    if (payload.startsWith("{")) namesIn(parseJson(payload), into);
    if (/^https?:\/\/127\.0\.0\.1:/.test(payload) && URL.canParse(payload)) {
      into.add(new URL(payload).pathname);
    }
  } else if (Array.isArray(payload)) {
    for (const item of payload) namesIn(item, into);
  } else if (isObject(payload)) {
    for (const value of Object.values(payload)) namesIn(value, into);
  }
  return into;
}

/** One interaction has each of these, as a rule. */
const OWN = [
  "trigger_id",
  "view_id",
  "thread_ts",
  "message_ts",
  "ts",
  "unfurl_id",
  "function_execution_id",
] as const;

/** Many interactions share these. */
const SHARED = ["user", "user_id", "channel"] as const;

export interface CallNames {
  readonly own: readonly string[];
  readonly shared: readonly string[];
}

export function namesOf({ kind, method, args }: Call): CallNames {
  if (kind === "response_url") return { own: [method], shared: [] };
  const valuesOf = (keys: readonly string[]): string[] =>
    keys.flatMap((key) => stringOf(args[key]) ?? []);
  return { own: valuesOf(OWN), shared: valuesOf(SHARED) };
}
