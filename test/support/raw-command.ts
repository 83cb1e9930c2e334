import { createHmac } from "node:crypto";
import { people, places, TEAM } from "../../simulator/slack/seed.ts";
import { secrets } from "./stage.ts";

/** The form that Slack sends for `/room`, for requests that a test sends by itself. */
export function roomCommandForm(text: string, responseUrl: string): string {
  return new URLSearchParams({
    team_id: TEAM.id,
    channel_id: places.support,
    user_id: people.asker,
    command: "/room",
    text,
    response_url: responseUrl,
    trigger_id: `${Date.now()}.${Math.random()}`,
  }).toString();
}

export interface Signing {
  readonly secret?: string;
  /** Seconds that the sender's clock is ahead. */
  readonly ahead?: number;
}

/** The two headers by which a request proves to be Slack's. */
export function signatureHeaders(body: string, signing: Signing = {}): Record<string, string> {
  const { secret = secrets.signingSecret, ahead = 0 } = signing;
  const timestamp = String(Math.floor(Date.now() / 1000) + ahead);
  const digest = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": timestamp, "x-slack-signature": `v0=${digest}` };
}
