import type { Handler } from "./server.ts";

/** Why this bot can't answer right now, in a word for machines and a sentence for people. */
export interface Unreadiness {
  readonly reason: string;
  readonly explanation: string;
}

export interface Readiness {
  /** None: questions can be answered now. */
  readonly reasons: readonly Unreadiness[];
  /** What is wrong though questions are answered. */
  readonly warnings: readonly Unreadiness[];
}

/** `GET /healthz`: this process runs its loop, or it could not answer. */
export const healthz: Handler = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" }).end('{"status":"alive"}');
};

/** `GET /readyz`: 200 when questions can be answered, else 503, with the reasons. */
export function readyz(read: () => Promise<Readiness>): Handler {
  return async (_request, response) => {
    const { reasons, warnings } = await read();
    const isReady = reasons.length === 0;
    const status = isReady ? "ready" : "not ready";
    response
      .writeHead(isReady ? 200 : 503, { "content-type": "application/json" })
      .end(JSON.stringify({ status, reasons, ...(warnings.length > 0 ? { warnings } : {}) }));
  };
}
