import type { webApi } from "@slack/bolt";
import { monotonic } from "../lib/time.ts";
import type { Observe, SlackCall } from "../ops/events.ts";

/**
 * Whatever Slack's clients ask, they ask through this: each try of each call is told of.
 *
 * @param ask how it is asked; left out, as Node does
 */
export function observedFetch(
  observe: Observe<SlackCall>,
  ask: webApi.FetchFunction = (url, init) => globalThis.fetch(url, init),
): webApi.FetchFunction {
  return async (url, init) => {
    const from = monotonic();
    const method = methodOf(String(url));
    const tell = (error: string | undefined, isAnswered: boolean): void =>
      observe({ kind: "slack-call", method, error, isAnswered, from, to: monotonic() });
    const failing = async <T>(work: Promise<T>): Promise<T> => {
      try {
        return await work;
      } catch (error) {
        tell(faultOf(error), false);
        throw error;
      }
    };
    const response = await failing(ask(url, init));
    const { status } = response;
    if (status !== 200) {
      tell(status === 429 ? "ratelimited" : `http_${status}`, status < 500);
      return response;
    }
    // Slack says no with status 200: the client reads the words anyhow, and they are heard here.
    const text = response.text.bind(response);
    return Object.defineProperty(response, "text", {
      value: async () => {
        const words = await failing(text());
        const error = errorIn(words);
        tell(error, error !== "unreadable");
        return words;
      },
    });
  };
}

/** `https://slack.com/api/chat.postMessage`: the methods that this program calls, and no others. */
function methodOf(url: string): string {
  return url.slice(url.lastIndexOf("/") + 1).split("?", 1)[0] ?? "";
}

/** A body may hold what people wrote, but there every quotation mark of theirs is escaped. */
const yes = /(?<!\\)"ok"\s*:\s*true/;

function errorIn(words: string): string | undefined {
  if (yes.test(words)) return undefined;
  try {
    const said: unknown = JSON.parse(words);
    const error = typeof said === "object" && said !== null && "error" in said ? said.error : "";
    return typeof error === "string" && error !== "" ? error : "unreadable";
  } catch {
    return "unreadable";
  }
}

/** What kept an answer from coming. */
export function faultOf(error: unknown): string {
  const isLate = error instanceof Error && /^(?:Timeout|Abort)Error$/.test(error.name);
  return isLate ? "timed_out" : "unreachable";
}
