import type { IncomingHttpHeaders } from "node:http";
import { createServer } from "node:http";
import type { ActionsBlock, Button, SectionBlock } from "@slack/types";
import { onTestFinished } from "vitest";
import type { SlackSimulator, SlackSimulatorOptions } from "../../simulator/slack/server.ts";
import { startSlackSimulator } from "../../simulator/slack/server.ts";

export const SIGNING_SECRET = "signing-secret-of-the-tests";
export const BOT_TOKEN = "xoxb-of-the-tests";
export const APP_TOKEN = "xapp-of-the-tests";

/** A simulator that is closed when the test is over. */
export async function startSlack(
  options: Partial<SlackSimulatorOptions> = {},
): Promise<SlackSimulator> {
  const slack = await startSlackSimulator({
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    ...options,
  });
  onTestFinished(() => slack.close());
  return slack;
}

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly fields: Record<string, string>;
}

interface Reply {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string;
  readonly afterMs?: number;
}

/** The simplest bot: it keeps what it gets and answers what it was told to. */
export async function startBot(
  slack: SlackSimulator,
  reply: Reply | ((count: number) => Reply) = {},
): Promise<Received[]> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      const fields = Object.fromEntries(new URLSearchParams(body));
      received.push({ headers: request.headers, body, fields });
      const told = typeof reply === "function" ? reply(received.length) : reply;
      setTimeout(() => {
        response.writeHead(told.status ?? 200, told.type ? { "content-type": told.type } : {});
        response.end(told.body ?? "");
      }, told.afterMs ?? 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  slack.requestUrl = `http://127.0.0.1:${port}/slack/events`;
  return received;
}

export interface Answered {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

async function read(response: Response): Promise<Answered> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  const json = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, retryAfter: response.headers.get("retry-after"), text, json };
}

/** A call with JSON and the bot's token, unless told otherwise. */
export async function callApi(
  slack: SlackSimulator,
  method: string,
  args: Record<string, unknown> = {},
  token: string | undefined = BOT_TOKEN,
): Promise<Answered> {
  const headers = { "content-type": "application/json; charset=utf-8" };
  const authorization = token === "" ? {} : { authorization: `Bearer ${token}` };
  const url = `${slack.apiUrl}${method}`;
  return read(
    await fetch(url, {
      method: "POST",
      headers: { ...headers, ...authorization },
      body: JSON.stringify(args),
    }),
  );
}

export async function postTo(
  url: string,
  body: unknown,
  contentType = "application/json",
): Promise<Answered> {
  const sent = typeof body === "string" ? body : JSON.stringify(body);
  return read(
    await fetch(url, { method: "POST", headers: { "content-type": contentType }, body: sent }),
  );
}

/** Where an interaction's answers go. */
export function responseUrlOf(interaction: { payload: Record<string, unknown> }): string {
  return String(interaction.payload["response_url"]);
}

export function section(text: string): Record<string, unknown> & SectionBlock {
  return { type: "section", text: { type: "mrkdwn", text } };
}

export function buttons(...actionIds: string[]): Record<string, unknown> & ActionsBlock {
  const elements = actionIds.map((action_id): Button => ({
    type: "button",
    action_id,
    text: { type: "plain_text", text: action_id },
    value: `value of ${action_id}`,
  }));
  return { type: "actions", elements };
}
