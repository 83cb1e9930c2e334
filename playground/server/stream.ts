import type { ServerResponse } from "node:http";
import type { SetRow, TableName } from "../protocol/rows.ts";
import { protectiveHeaders } from "./guard.ts";

/** Pages that are told of every change, as server-sent events. */
export interface Streams {
  /** Sends everything at once, and from then on what changes. */
  open(viewer: string, response: ServerResponse): void;
  /** Something may have changed: the pages hear of it in a moment. */
  readonly touch: () => void;
  close(): void;
}

interface Page {
  readonly viewer: string;
  readonly response: ServerResponse;
  /** What it was sent last, by table and ID. */
  readonly sent: Map<string, SentRow>;
}

interface SentRow {
  readonly table: TableName;
  readonly id: string;
  readonly json: string;
}

/** Many changes come together; a person sees no difference. */
const FLUSH_MS = 30;
/** Proxies and browsers end a silent connection. */
const SIGN_OF_LIFE_MS = 15_000;

export function createStreams(rowsFor: (viewer: string) => readonly SetRow[]): Streams {
  const pages = new Set<Page>();
  let timer: NodeJS.Timeout | undefined;
  const alive = setInterval(() => {
    for (const { response } of pages) response.write(": still here\n\n");
  }, SIGN_OF_LIFE_MS).unref();

  function touch(): void {
    if (pages.size === 0) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const page of pages) flush(page);
    }, FLUSH_MS);
  }

  function flush(page: Page): void {
    // What it misses now it is told later: what is sent is the difference to what it has.
    if (page.response.writableNeedDrain) return;
    const change = difference(page.sent, rowsFor(page.viewer));
    if (change !== undefined) page.response.write(`data: ${change}\n\n`);
  }

  return {
    open(viewer, response) {
      response.writeHead(200, {
        ...protectiveHeaders,
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
      });
      // A page that was closed asks again soon after a restart.
      response.write("retry: 1000\n\n");
      const page: Page = { viewer, response, sent: new Map() };
      pages.add(page);
      response.on("drain", touch);
      response.on("error", () => response.destroy());
      response.once("close", () => pages.delete(page));
      flush(page);
    },
    touch,
    close() {
      clearInterval(alive);
      clearTimeout(timer);
      for (const { response } of pages) response.end();
    },
  };
}

/** The rows that differ from what was sent, as the JSON of a Change; notes them as sent. */
function difference(sent: Map<string, SentRow>, rows: readonly SetRow[]): string | undefined {
  const set: string[] = [];
  const there = new Set<string>();
  for (const { table, id, row } of rows) {
    const key = `${table}\n${id}`;
    const json = JSON.stringify(row);
    there.add(key);
    if (sent.get(key)?.json === json) continue;
    sent.set(key, { table, id, json });
    set.push(`{"table":${JSON.stringify(table)},"id":${JSON.stringify(id)},"row":${json}}`);
  }
  const gone: { table: TableName; id: string }[] = [];
  for (const [key, { table, id }] of sent) {
    if (there.has(key)) continue;
    sent.delete(key);
    gone.push({ table, id });
  }
  if (set.length === 0 && gone.length === 0) return undefined;
  return `{"set":[${set.join(",")}],"gone":${JSON.stringify(gone)}}`;
}
