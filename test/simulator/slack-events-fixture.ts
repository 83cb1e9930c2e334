import { EVERY_EVENT } from "../../simulator/slack/scopes.ts";
import type { SlackSimulator } from "../../simulator/slack/server.ts";
import type { Received } from "./slack-fixture.ts";
import { callApi, startBot, startSlack } from "./slack-fixture.ts";

export type Event = Record<string, unknown> & {
  readonly type: string;
  readonly subtype?: string;
};

export interface Listening {
  readonly slack: SlackSimulator;
  readonly received: readonly Received[];
  /** What reached the bot so far, the envelopes opened. */
  readonly events: () => Event[];
  /** The types of those events, with their subtypes. */
  readonly kinds: () => string[];
  /** A call that must end in this error, or in success. */
  readonly outcome: (method: string, args: Record<string, unknown>) => Promise<unknown>;
}

/** A simulator whose app subscribes to everything, and a bot that takes it all. */
export async function startListening(
  options: Parameters<typeof startSlack>[0] = {},
): Promise<Listening> {
  const slack = await startSlack({ events: EVERY_EVENT, channelBurst: 1000, ...options });
  const received = await startBot(slack);
  const events = () =>
    received
      .filter(({ headers }) => headers["content-type"] === "application/json")
      .map(({ body }) => (JSON.parse(body) as { event: Event }).event);
  return {
    slack,
    received,
    events,
    kinds: () =>
      events().map(({ type, subtype }) => (subtype === undefined ? type : `${type}/${subtype}`)),
    outcome: async (method, args) => {
      const { json } = await callApi(slack, method, args);
      return json["ok"] === true ? "ok" : json["error"];
    },
  };
}
