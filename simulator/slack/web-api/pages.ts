import type { JsonObject } from "../json.ts";
import { flagOf, stringOf } from "../json.ts";
import type { HeldMessage } from "../messages.ts";

export type Page<T> =
  | { readonly items: readonly T[]; readonly fields: JsonObject }
  | { readonly error: string };

/** One page of a list, with Slack's cursor to the next: https://docs.slack.dev/apis/web-api/pagination */
export function pageOf<T>(
  list: readonly T[],
  args: JsonObject,
  { normal, most }: { readonly normal: number; readonly most: number },
): Page<T> {
  const limit = args["limit"] === undefined ? normal : Number(args["limit"]);
  if (!Number.isInteger(limit) || limit < 1 || limit > most) return { error: "invalid_limit" };
  const cursor = stringOf(args["cursor"]) ?? "";
  const from = cursor === "" ? 0 : readCursor(cursor);
  if (from === undefined || from >= list.length + 1) return { error: "invalid_cursor" };
  const next = from + limit;
  const hasMore = next < list.length;
  const fields = {
    has_more: hasMore,
    ...(hasMore && { response_metadata: { next_cursor: writeCursor(next) } }),
  };
  return { items: list.slice(from, next), fields };
}

function writeCursor(next: number): string {
  return Buffer.from(`next:${next}`).toString("base64");
}

function readCursor(cursor: string): number | undefined {
  const found = /^next:(\d+)$/u.exec(Buffer.from(cursor, "base64").toString("utf8"))?.[1];
  return found === undefined ? undefined : Number(found);
}

export const TS = /^\d+\.\d{6}$/u;

/** Whether a message lies between `oldest` and `latest`, or an error about those. */
export function timeRange(args: JsonObject): ((message: HeldMessage) => boolean) | string {
  const [oldest, latest] = [stringOf(args["oldest"]), stringOf(args["latest"])];
  if (oldest !== undefined && Number.isNaN(Number(oldest))) return "invalid_ts_oldest";
  if (latest !== undefined && Number.isNaN(Number(latest))) return "invalid_ts_latest";
  const inclusive = flagOf(args["inclusive"]) ?? false;
  return ({ ts }) => {
    if (inclusive && (ts === oldest || ts === latest)) return true;
    const isLater = oldest === undefined || Number(ts) > Number(oldest);
    return isLater && (latest === undefined || Number(ts) < Number(latest));
  };
}
