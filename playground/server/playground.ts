import type { IncomingMessage, ServerResponse } from "node:http";
import type { ActResult } from "../protocol/acts.ts";
import { paths } from "../protocol/paths.ts";
import { createPerform, type Perform } from "./acts/act.ts";
import type { ControlActParts } from "./acts/control-acts.ts";
import { readAssets, type Asset } from "./assets.ts";
import { protectiveHeaders, refusal } from "./guard.ts";
import { rowsFor, type RowSources } from "./rows/rows.ts";
import { createStreams } from "./stream.ts";
import type { Timeline } from "./timeline/timeline.ts";

export interface PlaygroundOptions extends RowSources, ControlActParts {
  readonly timeline: Timeline;
  /** The folder of the built page. */
  readonly folder: string;
}

export interface Playground {
  /** Something that the page shows may have changed. */
  readonly touch: () => void;
  close(): void;
}

const MOST_BYTES = 100_000;

/** Serves the page at the URL of the Slack stand-in. */
export async function openPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { slack } = options;
  const assets = await readAssets(options.folder);
  const perform = createPerform(options);
  const streams = createStreams((viewer) => rowsFor(viewer, options));
  const port = Number(new URL(slack.url).port);
  const { people } = options.scene;
  const unwatch = slack.workspace.watch(streams.touch);

  slack.page = (request, response) => {
    const why = refusal(request, port);
    const { pathname, searchParams } = new URL(request.url ?? "/", slack.url);
    const asset = assets.get(pathname);
    if (why !== undefined) sendText(response, 403, why);
    else if (request.method === "GET" && pathname === paths.stream) {
      const as = searchParams.get("as") ?? "";
      streams.open(people.includes(as) ? as : (people[0] ?? ""), response);
    } else if (request.method === "POST" && pathname === paths.acts) {
      void answerAct(request, response, perform).finally(streams.touch);
    } else if (request.method === "GET" && asset !== undefined) sendAsset(response, asset);
    else sendText(response, 404, "There is nothing here.");
    return true;
  };

  return {
    touch: streams.touch,
    close() {
      unwatch();
      slack.page = undefined;
      streams.close();
    },
  };
}

async function answerAct(
  request: IncomingMessage,
  response: ServerResponse,
  perform: Perform,
): Promise<void> {
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) {
    sendText(response, 415, "An act comes as JSON.");
    return;
  }
  try {
    const body = await readBody(request);
    const result: ActResult =
      body === undefined
        ? { ok: false, error: "That is too long to send." }
        : await perform(jsonOf(body));
    response.writeHead(200, { ...protectiveHeaders, "content-type": "application/json" });
    response.end(JSON.stringify(result));
  } catch {
    // The request broke off: there is nobody to answer.
    response.destroy();
  }
}

/** undefined for more than an act may have. It is read to its end all the same, or no answer arrives. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk as Uint8Array);
    bytes += part.length;
    if (bytes <= MOST_BYTES) chunks.push(part);
  }
  return bytes > MOST_BYTES ? undefined : Buffer.concat(chunks).toString("utf8");
}

/** undefined for what is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function sendAsset(response: ServerResponse, { type, body }: Asset): void {
  response.writeHead(200, {
    ...protectiveHeaders,
    "content-type": type,
    // A later run of the demo may have another page at the same address.
    "cache-control": "no-store",
  });
  response.end(body);
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...protectiveHeaders, "content-type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}
