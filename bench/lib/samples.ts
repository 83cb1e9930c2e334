import { createHmac } from "node:crypto";
import { secrets } from "./place.ts";

/** What comes in every day, in the forms of Tencent's and Slack's own documents. */

const newer = {
  ActionStatus: "OK",
  ErrorCode: 0,
  ErrorInfo: "",
  RequestId: "Id-6c1d9c1f1f3d4d0bb5e9e7ab02a0a0c5-O-Seq-91537",
  Response: {
    RoomInfo: {
      RoomId: "live-room",
      RoomName: "Friday night karaoke & <friends>",
      RoomType: "Live",
      Owner_Account: "karaoke-host",
      CreateTime: 1_764_060_000,
      IsSeatEnabled: true,
      TakeSeatMode: "ApplyToTake",
      MaxSeatCount: 8,
      MaxMemberCount: 5_000,
      IsMessageDisabled: false,
      CoverURL: "https://example.com/cover.png",
      Category: [1, 7],
      ActivityStatus: 2,
      ViewCount: 48_213,
      IsPublicVisible: true,
    },
  },
};

/** As newer answers have it: no integer beyond 2^53. */
export const newerEnvelope = JSON.stringify(newer);

export const exactOwner = "144115233775727695";
/** As the older sample has it: the owner a bare integer beyond 2^53. */
export const olderEnvelope = newerEnvelope.replace('"karaoke-host"', exactOwner);

/** An alert of a monitor, with blocks and an attachment, as such messages come. */
export const alertMessage = {
  type: "message",
  subtype: "bot_message",
  bot_id: "B1",
  channel: "C1",
  ts: "1764060000.000100",
  text: "FIRING: push stream interrupted",
  blocks: [
    { type: "header", text: { type: "plain_text", text: "Push stream interrupted" } },
    {
      type: "section",
      text: {
        type: "mrkdwn",
        text: "*Severity:* critical\n*Room ID:* `live-room-4711`\n*Region:* eu-frankfurt",
      },
      fields: [
        { type: "mrkdwn", text: "*Since*\n12 min" },
        { type: "mrkdwn", text: "*Affected*\n1,204 people" },
      ],
    },
    {
      type: "context",
      elements: [
        {
          type: "mrkdwn",
          text: "<https://console.example.com/rooms/live-room-4711?tab=health|Open in the console>",
        },
      ],
    },
  ],
  attachments: [
    { color: "danger", fields: [{ title: "room_id", value: "live-room-4711", short: true }] },
  ],
};

/** A message of everyday chat, as most are: it names no room. */
export const chatMessage = {
  type: "message",
  user: "U1000",
  channel: "C1",
  ts: "1764060001.000100",
  text: "I'll be ten minutes late, could somebody start the stand-up without me? Notes are where they always are.",
};

const timestamp = String(Math.floor(Date.now() / 1000));
const body = Buffer.from(
  new URLSearchParams({
    command: "/room",
    text: "live-room",
    response_url: "https://hooks.slack.com/commands/T1/1234567890/abcdefghijklmnop",
    trigger_id: "13345224609.738474920.8088930838d88f008e0",
    user_id: "U1000",
    user_name: "somebody",
    team_id: "T1",
    team_domain: "example",
    channel_id: "C1000",
    channel_name: "support",
    api_app_id: "A1",
  }).toString(),
);

/** A command as Slack signs it. */
export const signed = {
  body,
  timestamp,
  signature: `v0=${createHmac("sha256", secrets.signingSecret)
    .update(`v0:${timestamp}:`)
    .update(body)
    .digest("hex")}`,
};
