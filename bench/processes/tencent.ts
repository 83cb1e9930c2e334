import { startTencentSimulator } from "../../simulator/tencent/server.ts";
import { onAsked } from "../lib/answers.ts";

// The stand-in for Tencent as a process of its own, which remembers when each query arrived and was
// answered. Times in ms since 1970, so that another process can compare them with its own.

export interface Arrival {
  readonly room: string;
  readonly at: number;
  /** When the answer was handed over; undefined where none was. */
  endedAt: number | undefined;
  code: number | undefined;
}

const { BENCH_APP = "", BENCH_KEY = "", BENCH_QPS = "200" } = process.env;
let arrivals: Arrival[] = [];
let open = new Map<number, Arrival>();
const since1970 = (at: number): number => performance.timeOrigin + at;

const simulator = await startTencentSimulator({
  sdkAppId: Number(BENCH_APP),
  secretKey: BENCH_KEY,
  qps: Number(BENCH_QPS),
  control: true,
  observe(activity) {
    if (activity.kind === "asked") {
      const room = activity.roomId ?? "";
      const arrival = { room, at: since1970(activity.at), endedAt: undefined, code: undefined };
      arrivals.push(arrival);
      open.set(activity.id, arrival);
      return;
    }
    const arrival = open.get(activity.id);
    open.delete(activity.id);
    if (arrival === undefined || activity.code === undefined) return;
    arrival.endedAt = since1970(activity.at);
    arrival.code = activity.code;
  },
});

onAsked("rooms", (about) => {
  const { prefix, count } = about as { prefix: string; count: number };
  for (let index = 1; index <= count; index += 1) {
    const RoomId = `${prefix}-${index}`;
    // An owner as Tencent's own example has one: beyond 2^53.
    if (simulator.rooms.get(RoomId) === undefined) {
      simulator.rooms.create({ RoomId, Owner_Account: 144115233775727695n });
    }
  }
});
onAsked("latency", (about) => {
  simulator.weather.latency = about as [number, number];
});
onAsked("stats", () => {
  const { queries, refused, mostInASlidingSecond } = simulator.stats();
  return { queries, refused, mostInASlidingSecond };
});
onAsked("reset", () => {
  simulator.resetStats();
  arrivals = [];
  open = new Map();
});
onAsked("arrivals", () => arrivals);
process.stdout.write(`${JSON.stringify({ url: simulator.url })}\n`);
