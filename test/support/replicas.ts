import { createServer, request } from "node:http";
import { listen } from "../../simulator/network/listen.ts";
import { startBotProgram, type Program } from "./program.ts";

/** One bot of several, as a process. */
export interface Replica {
  readonly program: Program;
  readonly url: string;
  /** Whether the balancer sends it anything. */
  isUp: boolean;
}

export interface Balancer {
  /** What Slack is given as the request URL. */
  readonly url: string;
  close(): Promise<void>;
}

export async function startReplica(env: Readonly<Record<string, string>>): Promise<Replica> {
  return { ...(await startBotProgram(env)), isUp: true };
}

/** What stands before several replicas: each request goes to the next one that is up. */
export async function startBalancer(replicas: readonly Replica[]): Promise<Balancer> {
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const up = replicas.filter(({ isUp }) => isUp);
    turn += 1;
    const to = up[turn % up.length];
    if (to === undefined) {
      outgoing.writeHead(503).end();
      return;
    }
    const { method, headers, url } = incoming;
    const forwarded = request(`${to.url}${url}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    // One that dies meanwhile takes its requests along, as behind a real balancer.
    forwarded.on("error", () => outgoing.destroy());
    outgoing.on("close", () => forwarded.destroy());
    incoming.pipe(forwarded);
  });
  const port = await listen(server, { port: 0, host: "127.0.0.1" });
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
