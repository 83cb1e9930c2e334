import { Session } from "node:inspector";
import { onAsked } from "../lib/answers.ts";
import { createProfiler } from "../lib/profile.ts";

// Loaded before a program that is measured, by `node --import`: it tells from the inside what the
// program uses. It is left out where the time of a start is taken.

export interface Usage {
  /** CPU time of all threads since the start, in µs. */
  readonly cpu: number;
  readonly rss: number;
  readonly heapUsed: number;
}

onAsked("usage", (): Usage => {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  return { cpu: user + system, rss, heapUsed };
});

let profiler: ReturnType<typeof createProfiler> | undefined;
onAsked("profile", () => {
  profiler = createProfiler();
  return profiler.start();
});
onAsked("profiled", () => profiler?.stop());

export interface Loaded {
  readonly scripts: number;
  readonly bytes: number;
  readonly urls: readonly string[];
}

if (process.env["METER_SCRIPTS"] === "true") {
  const urls = new Map<string, number>();
  const session = new Session();
  session.connect();
  session.on("Debugger.scriptParsed", ({ params: { url, length = 0 } }) => {
    const isFile = url.startsWith("file:") || url.startsWith("/");
    if (isFile && !url.includes("/build/bench/")) urls.set(url, length);
  });
  session.post("Debugger.enable");
  onAsked("loaded", (): Loaded => {
    const bytes = [...urls.values()].reduce((sum, length) => sum + length, 0);
    return { scripts: urls.size, bytes, urls: [...urls.keys()] };
  });
}
