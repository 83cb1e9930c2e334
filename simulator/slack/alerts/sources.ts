import type { Author } from "../message-actions.ts";
import type { JsonObject } from "../json.ts";
import * as inAttachments from "./in-attachments.ts";
import * as inBlocks from "./in-blocks.ts";

/** What an alert says. Room IDs come with `& < >` as entities; `now` is Unix time in seconds. */
export type Alert = (
  room: string,
  now: number,
) => {
  readonly text: string;
  readonly blocks?: readonly JsonObject[];
  readonly attachments?: readonly JsonObject[];
};

export interface AlertSource {
  readonly id: string;
  readonly author: Author;
  readonly alert: Alert;
}

const app = (id: string, name: string, alert: Alert): AlertSource => ({
  id: name.toLowerCase().replaceAll(" ", "-"),
  author: { id: `B0${id}`, name },
  alert,
});

/** Tools that post alerts into Slack, each in its own form. */
export const alertSources: readonly AlertSource[] = [
  app("GRAFANA01", "Grafana", inAttachments.grafana),
  app("PROMALERT", "Alertmanager", inAttachments.alertmanager),
  app("DATADOG01", "Datadog", inAttachments.datadog),
  app("PAGERDUTY", "PagerDuty", inBlocks.pagerduty),
  app("OPSGENIE1", "Opsgenie", inAttachments.opsgenie),
  app("SENTRY001", "Sentry", inBlocks.sentry),
  app("AMAZONQ01", "Amazon CloudWatch", inAttachments.cloudwatch),
  app("ZABBIX001", "Zabbix", inAttachments.zabbix),
  {
    id: "webhook",
    author: { id: "B0WEBHOOK1", name: "live-watch", webhook: true },
    alert: inBlocks.webhook,
  },
];
