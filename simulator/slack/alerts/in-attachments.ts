import type { JsonObject } from "../json.ts";
import type { Alert } from "./sources.ts";

// The older form, which most tools still send: everything in one attachment, and no text. Shapes as
// the tools' default templates have them; hosts and figures are made up. A room's ID comes escaped.

const RED = "a30200";

function attached(attachment: JsonObject): ReturnType<Alert> {
  return { text: "", attachments: [{ id: 1, fallback: attachment["title"], ...attachment }] };
}

const field = (title: string, value: string): JsonObject => ({ title, value, short: true });

export const grafana: Alert = (room) =>
  attached({
    color: "D63232",
    title: "[FIRING:1] Room join errors above 10 %",
    title_link: "https://grafana.example.com/alerting/list",
    text: [
      "**Firing**",
      "",
      "Value: A=14.2",
      "Labels:",
      " - alertname = RoomJoinErrors",
      " - env = prod",
      ` - room_id = ${room}`,
      "Annotations:",
      " - summary = People cannot enter a live room",
    ].join("\n"),
    footer: "Grafana v11.2.0",
    mrkdwn_in: ["text"],
  });

export const alertmanager: Alert = (room) =>
  attached({
    color: RED,
    title: "[FIRING:1] RoomStalled for gateway",
    title_link: "https://alertmanager.example.com/#/alerts?receiver=live",
    text: [
      "*Alert:* No heartbeat - `critical`",
      "*Description:* The room sent nothing for 5m.",
      "*Details:*",
      "  • *alertname:* `RoomStalled`",
      `  • *room:* \`${room}\``,
      "  • *severity:* `critical`",
    ].join("\n"),
    mrkdwn_in: ["fallback", "pretext", "text"],
  });

export const datadog: Alert = (room) =>
  attached({
    color: RED,
    title: "[P2] [Triggered] Chat delivery is slow",
    title_link: "https://app.datadoghq.example/event?id=7001",
    text: "p95 is above 2s.",
    fields: [
      {
        title: "Tags",
        value: `env:prod, monitor, room:${room}, service:live-gateway`,
        short: false,
      },
      field("Notified", "@slack-live-alerts"),
    ],
  });

export const opsgenie: Alert = (room) =>
  attached({
    color: RED,
    title: "#1041: Gifts are not delivered",
    title_link: "https://opsgenie.example.com/alert/1041",
    text: `*Description:* Gift messages time out.\n*Room ID:* ${room}\n*Cluster:* sg-2`,
    fields: [field("Priority", "P2"), field("Tags", "gifts, prod")],
    mrkdwn_in: ["text"],
  });

export const cloudwatch: Alert = (room) =>
  attached({
    color: "d13212",
    title: "CloudWatch Alarm | live-room-heartbeat | ap-southeast-1",
    title_link: "https://console.aws.example/cloudwatch/home",
    text: "Threshold Crossed: 1 datapoint [0.0] was less than the threshold (1.0).",
    fields: [
      field("Metric", "Live/Heartbeat"),
      field("Dimensions", `RoomId=${room}, Stage=prod`),
      field("State", "ALARM"),
    ],
  });

export const zabbix: Alert = (room) =>
  attached({
    color: "E45959",
    title: "Problem: Room has no host for 5m",
    title_link: "https://zabbix.example.com/tr_events.php?triggerid=23041",
    pretext: "Disaster",
    fields: [
      field("Host", "rtc-gw-1"),
      field("Severity", "High"),
      field("Opdata", `room_id=${room}, hosts=0`),
    ],
  });
