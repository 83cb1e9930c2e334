import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Log } from "./log.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface HttpServer {
  /** @returns the port, which the system chose where 0 was asked for */
  listen(port: number, host: string): Promise<number>;
  /** Takes no new connections, answers what it has within `graceMs`, and cuts off the rest. */
  close(graceMs: number): Promise<void>;
}

/** How long a sender may take, and how many may come at once. Times in ms. */
export interface EdgeLimits {
  /** Until the last header is here, from the opening of the connection. */
  readonly headersMs: number;
  /** Until the last byte of the body is here. */
  readonly requestMs: number;
  /** How often the two are looked at; Node's own 30 s would make half a minute of either. */
  readonly checkMs: number;
  /** Past this, a new connection is closed at once: what the bot opens itself needs handles too. */
  readonly connections: number;
}

/** Slack sends a request in one go. */
const edgeLimits: EdgeLimits = {
  headersMs: 5_000,
  requestMs: 10_000,
  checkMs: 500,
  connections: 1_000,
};

/** @param routes by method and path, such as `GET /healthz` */
export function createHttpServer(
  routes: Readonly<Record<string, Handler>>,
  log: Log,
  limits: EdgeLimits = edgeLimits,
): HttpServer {
  const times = {
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: limits.checkMs,
  };
  const server: Server = createServer(times, (request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    // A HEAD is a GET whose body Node leaves out.
    const method = request.method === "HEAD" ? "GET" : (request.method ?? "GET");
    const handler = routes[`${method} ${path}`];
    if (handler === undefined) {
      const allowed = Object.keys(routes).flatMap((route) => {
        const [routeMethod = "", routePath] = route.split(" ");
        return routePath === path ? [routeMethod] : [];
      });
      if (allowed.length === 0) response.writeHead(404).end();
      else response.writeHead(405, { allow: allowed.join(", ") }).end();
      return;
    }
    // Inside a promise, so that what a handler throws at once ends up below as well.
    const handled = (async () => handler(request, response))();
    handled.catch((error: unknown) => {
      log.warn({ error }, "an HTTP request broke off");
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  server.maxConnections = limits.connections;
  // Load balancers keep idle connections for up to 600 s. One that we closed first may be in use again
  // at that moment, and the request on it is lost.
  server.keepAliveTimeout = 620_000;

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => {
          server.off("error", reject);
          const address = server.address();
          resolve(typeof address === "object" && address !== null ? address.port : port);
        });
      }),
    close: (graceMs) =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
