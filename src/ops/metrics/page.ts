import { collectDefaultMetrics, type Registry } from "prom-client";
import type { Handler } from "../server.ts";

/** `GET /metrics`, in Prometheus' text format. */
export function metricsPage(registry: Registry): Handler {
  let isBegun = false;
  return async (_request, response) => {
    // Node's own figures are measured from the first scrape: where nobody scrapes, they cost nothing.
    if (!isBegun) collectDefaultMetrics({ register: registry });
    isBegun = true;
    const page = await registry.metrics();
    response.writeHead(200, { "content-type": registry.contentType }).end(page);
  };
}
