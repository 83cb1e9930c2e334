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

/** Those whose state is the same for every process: their reasons begin with their names. */
const others: ReadonlySet<string> = new Set(["slack", "tencent"]);

/**
 * `GET /readyz`: 200 when questions can be answered, else 503, with the reasons.
 *
 * With `?exclude=slack&exclude=tencent`, in the form that Kubernetes' own endpoints have, their
 * reasons are warnings: for a load balancer, which would otherwise take every process away at once
 * when Tencent is, and with them the cards that say so.
 */
export function readyz(read: () => Promise<Readiness>): Handler {
  return async ({ url = "" }, response) => {
    const excluded = new URLSearchParams(url.split("?")[1]).getAll("exclude");
    if (!excluded.every((name) => others.has(name))) {
      response.writeHead(400, { "content-type": "text/plain" });
      response.end(`exclude can be ${[...others].join(" or ")}`);
      return;
    }
    const { reasons: all, warnings: known } = await read();
    const isExcluded = ({ reason }: Unreadiness): boolean =>
      excluded.some((name) => reason.startsWith(`${name}-`));
    const reasons = all.filter((one) => !isExcluded(one));
    const warnings = [...known, ...all.filter(isExcluded)];
    const isReady = reasons.length === 0;
    const status = isReady ? "ready" : "not ready";
    response
      .writeHead(isReady ? 200 : 503, { "content-type": "application/json" })
      .end(JSON.stringify({ status, reasons, ...(warnings.length > 0 ? { warnings } : {}) }));
  };
}
