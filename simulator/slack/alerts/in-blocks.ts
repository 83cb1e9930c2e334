import type { JsonObject } from "../json.ts";
import type { Alert } from "./sources.ts";

// The newer form: blocks, with a line of text for notifications. Shapes as the tools' own messages
// have them; hosts and figures are made up. A room's ID comes escaped.

const mrkdwn = (text: string): JsonObject => ({ type: "mrkdwn", text });
const plain = (text: string): JsonObject => ({ type: "plain_text", text, emoji: true });
const section = (text: string): JsonObject => ({ type: "section", text: mrkdwn(text) });
const fields = (...texts: readonly string[]): JsonObject => ({
  type: "section",
  fields: texts.map(mrkdwn),
});
const buttons = (...labels: readonly string[]): JsonObject => ({
  type: "actions",
  elements: labels.map((label) => ({
    type: "button",
    text: plain(label),
    action_id: `alert_${label.toLowerCase()}`,
  })),
});

export const pagerduty: Alert = (room) => ({
  text: "Triggered #4183",
  blocks: [
    { type: "header", text: plain("#4183 Seats cannot be taken") },
    fields(
      "*Service:*\nLive gateway",
      `*Room ID:*\n${room}`,
      "*Region:*\nap-southeast-1",
      "*Urgency:*\nHigh",
    ),
    buttons("Acknowledge", "Resolve"),
  ],
});

export const sentry: Alert = (room, now) => ({
  text: "[live-web] TypeError: seat is undefined",
  blocks: [
    section(":red_circle: <https://sentry.example.com/issues/5551001|*TypeError*>"),
    { type: "context", elements: [mrkdwn("app/seats/take.ts in takeSeat")] },
    section(`environment: \`production\`  level: \`error\`  room_id: \`${room}\``),
    {
      type: "context",
      elements: [
        mrkdwn(
          `Events: *41*   Users Affected: *12*   First Seen: *<!date^${now}^{date_short_pretty} at {time}|today>*`,
        ),
      ],
    },
    buttons("Resolve", "Archive"),
  ],
});

export const webhook: Alert = (room) => ({
  text: `Room ${room} has lost its host`,
  blocks: [fields("*Room ID*", "*Since*", room, "3 minutes")],
});
