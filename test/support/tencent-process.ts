import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { sdkAppId, secrets } from "./stage.ts";

/** The Tencent stand-in as a process, so that a stall of this one is none of its own. */
export interface TencentProcess {
  readonly url: string;
  stats(): Promise<ArrivalStats>;
  /** Counts anew. */
  reset(): Promise<void>;
  /** Changes fields of rooms that there are. */
  change(list: RoomList): Promise<void>;
  /** Makes rooms. */
  rooms(list: RoomList): Promise<void>;
  weather(change: unknown): Promise<void>;
  close(): Promise<void>;
}

type RoomList = readonly ({ readonly RoomId: string } & Readonly<Record<string, unknown>>)[];

export interface ArrivalStats {
  readonly queries: number;
  readonly refused: number;
  readonly mostInASlidingSecond: number;
  readonly byRoom: Readonly<Record<string, number>>;
  /** In ms. */
  readonly closestByRoom: Readonly<Record<string, number>>;
}

const program = fileURLToPath(new URL("../../build/simulator/tencent/main.js", import.meta.url));

export async function startTencentProcess(rooms: number): Promise<TencentProcess> {
  const child = spawn(process.execPath, [program], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      SIM_TENCENT_SDK_APP_ID: String(sdkAppId),
      SIM_TENCENT_SECRET_KEY: secrets.secretKey,
      SIM_TENCENT_LATENCY: "5-40",
    },
  });
  const url = await firstUrl(child);
  const control = async (method: string, name: string, body?: unknown): Promise<unknown> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`${url}/_simulator/${name}`, init);
    if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
    return response.json();
  };
  await control("POST", "rooms", { count: rooms, prefix: "room" });
  return {
    url,
    stats: async () => (await control("GET", "stats")) as ArrivalStats,
    reset: async () => void (await control("POST", "reset")),
    change: async (list) => void (await control("POST", "changes", list)),
    rooms: async (list) => void (await control("POST", "rooms", list)),
    weather: async (change) => void (await control("POST", "weather", change)),
    async close() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

async function firstUrl({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error("the stand-in has no output");
  for await (const line of createInterface({ input: stdout })) {
    return (JSON.parse(line) as { url: string }).url;
  }
  throw new Error("the stand-in ended before it listened");
}
