import { readFileSync } from "node:fs";
import { findSourceMap } from "node:module";
import { Session } from "node:inspector/promises";
import { fileURLToPath } from "node:url";

/** Self time in µs, by the part of the program that took it. */
export type Shares = Readonly<Record<string, number>>;

/** Takes a CPU profile of this process, from `start` to `stop`. */
export function createProfiler() {
  const session = new Session();
  session.connect();
  return {
    async start(): Promise<void> {
      await session.post("Profiler.enable");
      await session.post("Profiler.setSamplingInterval", { interval: 250 });
      await session.post("Profiler.start");
    },
    async stop(): Promise<Shares> {
      const { profile } = await session.post("Profiler.stop");
      const { nodes, samples = [], timeDeltas = [] } = profile;
      const partById = new Map(nodes.map(({ id, callFrame }) => [id, partOf(callFrame)]));
      const shares: Record<string, number> = {};
      for (const [index, id] of samples.entries()) {
        const part = partById.get(id) ?? "unknown";
        shares[part] = (shares[part] ?? 0) + (timeDeltas[index] ?? 0);
      }
      return shares;
    },
  };
}

interface Place {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** `src/cards`, `undici`, `Node`, `(idle)` and so on. */
function partOf({ functionName, url, lineNumber, columnNumber }: Place): string {
  if (url === "") return functionName.startsWith("(") ? functionName : "Node, native";
  if (url.startsWith("node:")) return url.includes("inspector") ? "the profiler" : "Node";
  if (!url.startsWith("file:")) return url.startsWith("wasm:") ? "undici" : "Node, native";
  const path = fileURLToPath(url);
  const original: unknown = findSourceMap(path)?.findEntry(lineNumber, columnNumber);
  const source =
    typeof original === "object" && original !== null && "originalSource" in original
      ? String(original.originalSource)
      : (regionOf(path, lineNumber) ?? path);
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];
  return inPackage ?? /\bsrc\/[^/]+/.exec(source)?.[0] ?? "other";
}

const regions = new Map<string, readonly (readonly [number, string])[]>();

/** The bundler writes down where each file of a package begins; of those it makes no map. */
function regionOf(path: string, line: number): string | undefined {
  let list = regions.get(path);
  if (list === undefined) {
    list = readFileSync(path, "utf8")
      .split("\n")
      .flatMap((text, index) => {
        const name = /^\/\/(?:#region)? ?(\S*node_modules\/\S+)$/.exec(text)?.[1];
        return name === undefined ? [] : [[index, name] as const];
      });
    regions.set(path, list);
  }
  return list.findLast(([begin]) => begin <= line)?.[1];
}
