import type { IncomingMessage, ServerResponse } from "node:http";
import type { Observer, SlackActivity } from "./activity.ts";
import type { Answer, Call } from "./calls.ts";
import type { Fault, FaultPlan } from "./faults.ts";
import type { JsonObject } from "./json.ts";
import { isObject, parseJson } from "./json.ts";
import type { ResponseUrls } from "./response-urls.ts";
import type { WebApiAnswer, WebApiRequest } from "./web-api/handle.ts";

interface Parts {
  readonly calls: Call[];
  readonly now: () => number;
  readonly plan: FaultPlan;
  readonly responseUrls: ResponseUrls;
  readonly callWebApi: (request: WebApiRequest) => WebApiAnswer;
  readonly observe: Observer<SlackActivity>;
  /** Takes what is no request of an app, where somebody wants it. */
  readonly page: () => PageHandler | undefined;
}

/** True: the request was taken. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

const BASE = "http://simulator";

/** A call that has been read, and is about to have its effect. */
interface Begun {
  readonly response: ServerResponse;
  readonly startedAt: number;
  readonly kind: Call["kind"];
  readonly method: string;
  readonly fault: Fault | undefined;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Everything that the bot sends to Slack over HTTP. */
export function createHandler(parts: Parts): Handler {
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAt = performance.now();
    const url = request.url ?? "/";
    if (!URL.canParse(url, BASE)) {
      send(response, { status: 400, body: "", outcome: "bad_request" });
      return;
    }
    const { pathname } = new URL(url, BASE);
    const isForApps = pathname.startsWith("/api/") || parts.responseUrls.has(pathname);
    if (!isForApps && parts.page()?.(request, response)) return;
    const body = await readBody(request);
    const contentType = request.headers["content-type"] ?? "";
    if (request.method !== "POST") {
      send(response, { status: 405, body: "", outcome: "method_not_allowed" });
    } else if (pathname.startsWith("/api/")) {
      const method = pathname.slice("/api/".length);
      const authorization = request.headers.authorization ?? "";
      const call = { method, contentType, authorization, body };
      const fault = parts.plan.takeWebApi(method);
      finish({ response, startedAt, kind: "web_api", method, fault }, () => parts.callWebApi(call));
    } else if (parts.responseUrls.has(pathname)) {
      const parsed = parseJson(body);
      const args: JsonObject = isObject(parsed) ? parsed : { body };
      const fault = parts.plan.takeResponseUrl();
      finish({ response, startedAt, kind: "response_url", method: pathname, fault }, () => ({
        answer: parts.responseUrls.answer(pathname, contentType, body),
        args,
      }));
    } else {
      send(response, { status: 404, body: "", outcome: "not_found" });
    }
  }

  function finish(
    { response, startedAt, kind, method, fault }: Begun,
    work: () => WebApiAnswer,
  ): void {
    const done = fault === undefined || fault.applied ? work() : undefined;
    const answer = fault === undefined ? done?.answer : faultAnswer(fault, kind);
    const call: Call = {
      kind,
      method,
      args: done?.args ?? {},
      at: parts.now(),
      status: answer?.status,
      outcome: fault === undefined ? (answer?.outcome ?? "") : `fault: ${fault.kind}`,
      retryAfter: answer?.retryAfter,
    };
    parts.calls.push(call);
    parts.observe({ kind: "called", call, startedAt, at: performance.now() });
    if (answer !== undefined) send(response, answer);
    else if (fault?.kind === "reset") response.socket?.resetAndDestroy();
  }

  return (request, response) => {
    // Only a request that broke off gets here: there is nobody left to answer.
    handle(request, response).catch(() => response.destroy());
  };
}

/** undefined when a fault gives no answer at all. */
function faultAnswer(fault: Fault, kind: Call["kind"]): Answer | undefined {
  if (fault.kind === "status") {
    return { status: fault.status, body: fault.body ?? "", outcome: "fault" };
  }
  if (fault.kind === "rate_limited") {
    const body = kind === "web_api" ? { ok: false, error: "ratelimited" } : "ratelimited";
    return { status: 429, body, outcome: "ratelimited", retryAfter: fault.retryAfter };
  }
  if (fault.kind === "error") {
    const { error } = fault;
    if (kind === "response_url") return { status: 400, body: error, outcome: error };
    return { status: 200, body: { ok: false, error }, outcome: error };
  }
  return undefined;
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  request.setEncoding("utf8");
  for await (const chunk of request) body += String(chunk);
  return body;
}

function send(response: ServerResponse, answer: Answer): void {
  const isText = typeof answer.body === "string";
  response.writeHead(answer.status, {
    "content-type": isText ? "text/html" : "application/json; charset=utf-8",
    ...(answer.retryAfter !== undefined && { "retry-after": String(answer.retryAfter) }),
    ...(answer.scopes !== undefined && { "x-oauth-scopes": answer.scopes.join(",") }),
  });
  response.end(isText ? answer.body : JSON.stringify(answer.body));
}
