import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";

export interface Posted {
  /** undefined when no answer came. */
  readonly status: number | undefined;
  readonly contentType: string;
  readonly body: string;
  readonly ms: number;
  readonly failure: "too_late" | "unreachable" | undefined;
}

/** One POST to the bot; gives up after the limit and closes the connection, as Slack does. */
export function postTo(
  url: string,
  body: string,
  headers: Record<string, string>,
  limitMs: number,
): Promise<Posted> {
  const started = performance.now();
  const send = new URL(url).protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let status: number | undefined;
    let contentType = "";

    function end(failure: Posted["failure"]): void {
      clearTimeout(timer);
      const ms = performance.now() - started;
      const text = Buffer.concat(chunks).toString("utf8");
      resolve({ status: failure ? undefined : status, contentType, body: text, ms, failure });
    }

    // A connection of its own for each request: a stopped bot must not be hidden by a pooled socket.
    const request = send(url, { method: "POST", headers, agent: false }, (response) => {
      status = response.statusCode;
      contentType = response.headers["content-type"] ?? "";
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => end(undefined));
      response.on("error", () => end("unreachable"));
    });
    const timer = setTimeout(() => {
      end("too_late");
      request.destroy();
    }, limitMs);
    request.on("error", () => end("unreachable"));
    request.end(body);
  });
}
