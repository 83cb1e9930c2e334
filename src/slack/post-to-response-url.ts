import { request, type Dispatcher } from "undici";
import type { Card } from "../cards/card.ts";
import type { Posting } from "./deliver.ts";
import type { Placement } from "./reply.ts";
import { retryAfterMs } from "./retry-after.ts";

/** Posts once. Never throws. */
export async function postToResponseUrl(
  url: string,
  card: Card,
  placement: Placement,
  { timeoutMs, dispatcher }: { readonly timeoutMs: number; readonly dispatcher?: Dispatcher },
): Promise<Posting> {
  const body = JSON.stringify({
    response_type: placement.visibility,
    replace_original: placement.replace,
    text: card.text,
    ...(card.blocks.length > 0 ? { blocks: card.blocks } : {}),
    unfurl_links: false,
    unfurl_media: false,
  });
  try {
    const response = await request(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body,
      signal: AbortSignal.timeout(timeoutMs),
      ...(dispatcher === undefined ? {} : { dispatcher }),
    });
    const answer = (await response.body.text()).slice(0, 1_000);
    return judge(response.statusCode, answer, response.headers["retry-after"]);
  } catch (error) {
    // A time-out may mean that Slack took it. Twice is better than never: an answer is owed.
    return { kind: "again", reason: nameOfError(error) };
  }
}

/** Slack says these with status 200, too. */
const passing: ReadonlySet<string> = new Set([
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
]);

function judge(status: number, answer: string, retryAfter: string | string[] | undefined): Posting {
  const error = /"error"\s*:\s*"([a-z_]+)"/.exec(answer)?.[1] ?? answer.trim().slice(0, 60);
  const isRefused = status >= 300 || /"ok"\s*:\s*false/.test(answer);
  if (!isRefused) return { kind: "taken" };
  const reason = `Slack answered ${status} ${error}`.trim();
  if (/invalid_blocks|invalid_attachments|msg_blocks_too_long/.test(error)) {
    return { kind: "blocks-refused", reason };
  }
  if (status === 429 || /^rate_?limited$/.test(error)) {
    const wait = retryAfterMs(retryAfter);
    return { kind: "again", reason, ...(wait === undefined ? {} : { retryAfterMs: wait }) };
  }
  return status >= 500 || status === 408 || passing.has(error)
    ? { kind: "again", reason }
    : { kind: "final", reason };
}

function nameOfError(error: unknown): string {
  if (!(error instanceof Error)) return "the post failed";
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  return `the post failed: ${code}`;
}
