import { fileURLToPath } from "node:url";
import { BOT_USER, people } from "../../simulator/slack/seed.ts";
import { botProcess } from "../support/bot-process.ts";
import type { Mode } from "../support/stage.ts";

const probe = fileURLToPath(new URL("probe.mjs", import.meta.url));

/** What a bot's process holds. */
export interface Holding {
  readonly heapMib: number;
  /** Sockets and the like, without timers. */
  readonly handles: number;
  readonly listeners: number;
  /** Warnings of Node's, such as of too many listeners. */
  readonly warnings: number;
}

export const channels = Array.from({ length: 10 }, (_, index) => `C0SOAK${index}`);
export const alertChannel = "C0SOAKALERT";
export const rooms = Array.from({ length: 300 }, (_, index) => `soak-${index}`);
export const watchedRooms = Array.from({ length: 8 }, (_, index) => `watched-${index}`);

export type SoakBot = Awaited<ReturnType<typeof startSoakBot>>;

/** A bot as a process of its own, with rooms and channels enough, and a probe inside. */
export async function startSoakBot(mode: Mode) {
  const started = await botProcess(mode, {
    limits: { node: ["--expose-gc", "--import", probe] },
    environment: { ALERT_CHANNELS: alertChannel },
    slack: { eventRetryDelaysMs: [500, 5_000, 15_000] },
  });
  const { slack, tencent, program } = started;
  for (const RoomId of [...rooms, ...watchedRooms]) {
    tencent.rooms.create({ RoomId, RoomName: `Name of ${RoomId}` });
  }
  for (const id of [...channels, alertChannel]) {
    slack.workspace.channels.set(id, {
      id,
      name: id.toLowerCase(),
      kind: "public",
      members: new Set([BOT_USER, people.asker]),
      isExtShared: false,
    });
  }
  return {
    ...started,
    mode,
    async holding(): Promise<Holding> {
      const before = program.err.length;
      program.signal("SIGUSR2");
      const [, report = ""] = await program.written(/probe (\{.*\})\n/, before);
      return JSON.parse(report) as Holding;
    },
  };
}
