import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Attributes } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { detectResources, envDetector, resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, TracerProvider, type SpanExporter } from "@opentelemetry/sdk-trace";
import { correlation, type Correlation } from "../lib/correlation.ts";
import { within } from "../lib/time.ts";
import type { BotEvent, Observe } from "./events.ts";
import type { Log } from "./log.ts";
import { partOf, type Part } from "./trace-parts.ts";

export interface Tracing {
  readonly observe: Observe;
  /** Sends what is left, for at most so many ms. */
  readonly stop: (ms: number) => Promise<void>;
}

export interface TracingOptions {
  /** The collector's base URL, to which `/v1/traces` is added. */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly log: Log;
}

/** Parts of one interaction that are kept until it has ended. */
const mostParts = 200;

/**
 * A trace for each interaction, in OpenTelemetry's form: all of it is made when the interaction has
 * ended, from what was observed, so that nothing is in the way meanwhile.
 */
export function createTracing({ endpoint, headers, log }: TracingOptions): Tracing {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, "")}/v1/traces`,
    headers: { ...headers },
    timeoutMillis: 5_000,
  });
  const provider = new TracerProvider({
    // OTEL_RESOURCE_ATTRIBUTES and OTEL_SERVICE_NAME come first.
    resource: resourceFromAttributes({ "service.name": "greenroom" }).merge(
      detectResources({ detectors: [envDetector] }),
    ),
    spanProcessors: [
      new BatchSpanProcessor({ exporter: saying(exporter, log), maxQueueSize: 20_000 }),
    ],
  });
  const tracer = provider.getTracer("greenroom");
  const partsOf = new WeakMap<Correlation, Part[]>();

  function keep(under: Correlation, part: Part): void {
    const parts = partsOf.get(under);
    if (parts === undefined) partsOf.set(under, [part]);
    else if (parts.length < mostParts) parts.push(part);
  }

  /** What was done for it; and before it was known what was asked, such as opening a window. */
  function take(under: Correlation | undefined): readonly Part[] {
    if (under === undefined) return [];
    const parts = partsOf.get(under) ?? [];
    partsOf.delete(under);
    return [...take(under.within), ...parts];
  }

  function write(event: Extract<BotEvent, { kind: "interaction" }>): void {
    const parts = take(correlation());
    const start = Math.min(event.from, ...parts.map(({ from }) => from));
    // One offset for all: the wall clock may be set while an interaction is under way.
    const epoch = Date.now() - performance.now();
    const root = tracer.startSpan(
      `interaction ${event.entry}`,
      { kind: SpanKind.SERVER, startTime: epoch + start, attributes: attributesOf(event) },
      ROOT_CONTEXT,
    );
    if (event.outcome === "failed") root.setStatus({ code: SpanStatusCode.ERROR });
    const inside = trace.setSpan(ROOT_CONTEXT, root);
    for (const { name, isOutside, isError, attributes, from, to } of parts) {
      const kind = isOutside ? SpanKind.CLIENT : SpanKind.INTERNAL;
      const span = tracer.startSpan(name, { kind, startTime: epoch + from, attributes }, inside);
      if (isError) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(epoch + to);
    }
    root.end(epoch + event.to);
  }

  return {
    observe(event) {
      if (event.kind === "interaction") {
        write(event);
        return;
      }
      const under = correlation();
      const part = under && partOf(event);
      if (under !== undefined && part !== undefined) keep(under, part);
    },
    async stop(ms) {
      try {
        await within(provider.shutdown(), ms, "the collector did not take them in time");
      } catch (error) {
        log.warn({ error }, "the last traces may be lost");
      }
    },
  };
}

function attributesOf(event: Extract<BotEvent, { kind: "interaction" }>): Attributes {
  const { entry, outcome, reference, isDelivered, result, code, requestId } = event;
  return {
    "greenroom.entry": entry,
    "greenroom.outcome": outcome,
    "greenroom.reference": reference,
    "greenroom.delivered": isDelivered,
    ...(result === undefined ? {} : { "greenroom.result": result }),
    ...(code === undefined ? {} : { "greenroom.code": String(code) }),
    ...(requestId === undefined ? {} : { "tencent.request_id": String(requestId) }),
  };
}

/** An exporter whose failures are in our log: its own would be said to nobody. */
function saying(exporter: OTLPTraceExporter, log: Log): SpanExporter {
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        if (result.error !== undefined) {
          const about = { error: result.error, spans: spans.length };
          log.warn(about, "traces did not reach OTEL_EXPORTER_OTLP_ENDPOINT");
        }
        done(result);
      });
    },
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
  };
}
