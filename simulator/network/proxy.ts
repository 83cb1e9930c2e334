import { connect, createServer } from "node:net";
import type { Socket } from "node:net";

import { listen } from "./listen.ts";

// A TCP proxy with a hand on the wire. While it is paused it neither reads nor connects: what is
// sent stays in the buffers of the operating system, held and not lost, as in a network that stalls.
// That goes for hanging up, too.

export interface Proxy {
  /** The target's URL with the proxy's address in place of its host. */
  readonly url: string;
  pause(): void;
  resume(): void;
  /** Resets every connection there is; new ones may come. */
  resetAll(): void;
  close(): Promise<void>;
}

interface Pair {
  readonly client: Socket;
  upstream: Socket | undefined;
}

export async function startProxy(targetUrl: string): Promise<Proxy> {
  const target = new URL(targetUrl);
  const host = target.hostname.replace(/^\[(.*)\]$/, "$1");
  const port = Number(target.port || "80");
  const pairs = new Set<Pair>();
  let paused = false;
  const isPaused = (): boolean => paused;

  function open(pair: Pair): void {
    const { client } = pair;
    const upstream = connect({ host, port, allowHalfOpen: true, noDelay: true });
    pair.upstream = upstream;
    forward(client, upstream, isPaused);
    forward(upstream, client, isPaused);
  }

  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true, noDelay: true });
  server.on("connection", (client) => {
    const pair: Pair = { client, upstream: undefined };
    pairs.add(pair);
    client.on("error", () => client.destroy());
    client.once("close", () => pairs.delete(pair));
    if (!paused) {
      open(pair);
      client.resume();
    }
  });
  const ownPort = await listen(server, { port: 0, host: "127.0.0.1" });

  function resetAll(): void {
    for (const { client, upstream } of pairs) {
      client.resetAndDestroy();
      upstream?.resetAndDestroy();
    }
  }

  return {
    url: urlAt(target, ownPort),
    pause() {
      paused = true;
      for (const { client, upstream } of pairs) {
        client.pause();
        upstream?.pause();
      }
    },
    resume() {
      paused = false;
      for (const pair of pairs) {
        if (pair.upstream === undefined) open(pair);
        pair.client.resume();
        pair.upstream?.resume();
      }
    },
    resetAll,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        resetAll();
      }),
  };
}

function forward(from: Socket, to: Socket, isPaused: () => boolean): void {
  from.on("data", (chunk: Buffer) => {
    if (!to.write(chunk)) from.pause();
  });
  to.on("drain", () => {
    if (!isPaused()) from.resume();
  });
  from.once("end", () => to.end());
  from.once("error", () => {
    from.destroy();
    to.resetAndDestroy();
  });
  from.once("close", () => {
    if (!to.writableEnded) to.destroy();
  });
  // A listener for data sets a socket flowing by itself.
  if (isPaused()) from.pause();
}

function urlAt(target: URL, port: number): string {
  const url = new URL(target);
  url.hostname = "127.0.0.1";
  url.port = String(port);
  return url.pathname === "/" && url.search === "" ? url.origin : url.href;
}
