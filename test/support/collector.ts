import { createServer, type IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import { listen } from "../../simulator/network/listen.ts";

/** A stand-in for a collector of traces, which reads what it is sent as OTLP over HTTP, in JSON. */
export interface Collector {
  readonly url: string;
  /** All spans that came, each with the resource that it was sent under. */
  readonly spans: readonly Span[];
  readonly requests: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  /** What came, as it came. */
  readonly bodies: readonly string[];
  /** From now on nothing is answered, or all with this status. */
  misbehave(how: "silent" | number): void;
  close(): Promise<void>;
}

export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly name: string;
  readonly kind: number;
  /** In ms since 1970. */
  readonly start: number;
  readonly end: number;
  readonly isError: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly resource: Readonly<Record<string, unknown>>;
}

// https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));
const value = z
  .object({
    stringValue: z.string().optional(),
    boolValue: z.boolean().optional(),
    intValue: z.union([z.string(), z.number()]).optional(),
    doubleValue: z.number().optional(),
  })
  .transform((one) => one.stringValue ?? one.boolValue ?? one.intValue ?? one.doubleValue);
const attributes = z
  .array(z.object({ key: z.string(), value }))
  .transform((list) => Object.fromEntries(list.map((one) => [one.key, one.value])));
const nanoseconds = z.string().transform((text) => Number(BigInt(text) / 1000n) / 1000);
const span = z.object({
  traceId: hex(32),
  spanId: hex(16),
  parentSpanId: hex(16).optional(),
  name: z.string(),
  kind: z.number().int(),
  startTimeUnixNano: nanoseconds,
  endTimeUnixNano: nanoseconds,
  attributes,
  status: z.object({ code: z.number().int() }),
});
const traces = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes }),
      scopeSpans: z.array(z.object({ spans: z.array(span) })),
    }),
  ),
});

const errorStatus = 2;

export async function startCollector(): Promise<Collector> {
  const spans: Span[] = [];
  const requests: { path: string; headers: IncomingHttpHeaders }[] = [];
  const bodies: string[] = [];
  let how: "well" | "silent" | number = "well";

  function take(body: string): void {
    for (const { resource, scopeSpans } of traces.parse(JSON.parse(body)).resourceSpans) {
      for (const one of scopeSpans.flatMap((scope) => scope.spans)) {
        const { startTimeUnixNano: start, endTimeUnixNano: end, status, ...rest } = one;
        spans.push({
          ...rest,
          parentSpanId: rest.parentSpanId,
          start,
          end,
          isError: status.code === errorStatus,
          resource: resource.attributes,
        });
      }
    }
  }

  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => (body += text));
    request.on("end", () => {
      requests.push({ path: request.url ?? "", headers: request.headers });
      if (how === "silent") return;
      if (how !== "well") {
        response.writeHead(how).end();
        return;
      }
      bodies.push(body);
      try {
        take(body);
        response.writeHead(200, { "content-type": "application/json" }).end("{}");
      } catch {
        // As a real one does with what is not OTLP; the test misses its spans then.
        response.writeHead(400).end();
      }
    });
  });
  const port = await listen(server, { port: 0, host: "127.0.0.1" });
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    requests,
    bodies,
    misbehave(now) {
      how = now;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
