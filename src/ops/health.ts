import type { Handler } from "./server.ts";

/** Why this bot can't answer right now, in a word for machines and a sentence for people. */
export interface Unreadiness {
  readonly reason: string;
  readonly explanation: string;
}

/** `GET /healthz`: this process runs its loop, or it could not answer. */
export const healthz: Handler = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" }).end('{"status":"alive"}');
};

/**
 * `GET /readyz`: 200 when questions can be taken, else 503, with the reasons. A bot that answers but
 * has no store is ready, with a warning: taking it away would take the answers too.
 */
export function readyz(
  unreadinesses: () => readonly Unreadiness[],
  warnings: readonly Unreadiness[] = [],
): Handler {
  return (_request, response) => {
    const reasons = unreadinesses();
    const isReady = reasons.length === 0;
    const status = isReady ? "ready" : "not ready";
    response
      .writeHead(isReady ? 200 : 503, { "content-type": "application/json" })
      .end(JSON.stringify({ status, reasons, ...(warnings.length > 0 ? { warnings } : {}) }));
  };
}
