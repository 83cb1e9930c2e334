import type { Answer } from "../calls.ts";
import type { JsonObject } from "../json.ts";
import { stringOf } from "../json.ts";
import { readArguments } from "./arguments.ts";
import type { Method, MethodContext, MethodResult } from "./method.ts";
import { fail } from "./method.ts";
import { methods } from "./methods.ts";

export interface Tokens {
  readonly bot: string;
  readonly app: string;
}

export interface WebApiRequest {
  readonly method: string;
  readonly contentType: string;
  readonly authorization: string;
  readonly body: string;
}

export interface WebApiAnswer {
  readonly answer: Answer;
  /** The arguments that were read, for the log of calls. */
  readonly args: JsonObject;
}

/** One call of the Web API, from bytes to answer. */
export function callWebApi(
  request: WebApiRequest,
  tokens: Tokens,
  context: MethodContext,
): WebApiAnswer {
  const read = readArguments(request.contentType, request.authorization, request.body);
  if ("error" in read) return { answer: answerWith(fail(read.error)), args: {} };
  const answer = answerWith(run(request.method, read, tokens, context));
  // https://docs.slack.dev/authentication/installing-with-oauth: each answer names them.
  const scopes = scopesOf(read.token, tokens, context);
  return { answer: { ...answer, scopes }, args: read.args };
}

/** What a token was granted; undefined for one that is unknown, and for one that may do everything. */
function scopesOf(
  token: string | undefined,
  tokens: Tokens,
  { scopes, appScopes }: MethodContext,
): readonly string[] | undefined {
  if (token === tokens.app) return appScopes;
  return token === tokens.bot ? scopes : undefined;
}

function run(
  name: string,
  { token, args }: { token: string | undefined; args: JsonObject },
  tokens: Tokens,
  context: MethodContext,
): MethodResult {
  const method = methods.get(name);
  if (method === undefined)
    return { body: { ok: false, error: "unknown_method", req_method: name } };
  if (token === undefined) return fail("not_authed");
  const refusal = refuseToken(token, name, tokens[method.token], method, context);
  if (refusal !== undefined) return fail(refusal);
  const needed = method.scope?.(args, context.workspace);
  const scopes = method.token === "app" ? context.appScopes : context.scopes;
  if (needed !== undefined && scopes && !scopes.includes(needed)) {
    const provided = scopes.join(",");
    return { body: { ok: false, error: "missing_scope", needed, provided } };
  }
  return method.run(args, context, token);
}

/** A workflow step's own token does what the bot's does, as long as the step runs. */
function refuseToken(
  token: string,
  name: string,
  right: string,
  method: Method,
  { workspace }: MethodContext,
): string | undefined {
  if (token === right) return undefined;
  const step = [...workspace.executions.values()].find((execution) => execution.token === token);
  if (step === undefined || method.token !== "bot") return "invalid_auth";
  // Completing twice is told apart from a token that ran out.
  return step.state === "running" || name.startsWith("functions.") ? undefined : "token_expired";
}

/** Slack answers 200 to everything but a rate limit. */
function answerWith({ body, retryAfter }: MethodResult): Answer {
  const outcome = body.ok ? "ok" : (stringOf(body["error"]) ?? "error");
  if (retryAfter === undefined) return { status: 200, body, outcome };
  return { status: 429, body, outcome, retryAfter };
}
