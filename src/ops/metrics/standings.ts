import { Gauge, type Registry } from "prom-client";
import type { Lane, Quota } from "../../tencent/quota.ts";
import type { Readiness } from "../health.ts";

/** How things stand, read at each scrape. */
export interface Standings {
  readonly quota: Pick<Quota, "free" | "used" | "waiting">;
  /** Socket Mode's connections; undefined in HTTP mode. */
  readonly sockets:
    | (() => readonly { readonly isOpen: boolean; readonly pongAgeMs: number | undefined }[])
    | undefined;
  readonly readiness: () => Promise<Readiness>;
  /** Watches under way; undefined where the store does not say, or there is none. */
  readonly watches: () => Promise<number | undefined>;
}

/** Words that `Readiness` may have, so that each is on the page before it first happens. */
export const unreadinessReasons = [
  "starting",
  "stopping",
  "socket-closed",
  "socket-silent",
  "slack-unreachable",
  "slack-refuses-token",
  "tencent-not-answering",
  "tencent-refusing",
] as const;
export const warningReasons = ["no-store", "store-failing"] as const;

export function registerStandings(registry: Registry, standings: Standings): void {
  const gauge = <L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[],
    collect: (this: Gauge<L>) => void | Promise<void>,
  ) => new Gauge({ name: `greenroom_${name}`, help, labelNames, registers: [registry], collect });

  gauge("ready", "1 while questions can be answered, else 0.", [], async function () {
    this.set((await standings.readiness()).reasons.length === 0 ? 1 : 0);
  });
  gauge("not_ready", "1 for each reason why not, else 0.", ["reason"], async function () {
    const held = new Set((await standings.readiness()).reasons.map(({ reason }) => reason));
    for (const reason of unreadinessReasons) this.set({ reason }, held.has(reason) ? 1 : 0);
  });
  gauge("warning", "1 for each thing that is wrong all the same.", ["reason"], async function () {
    const held = new Set((await standings.readiness()).warnings.map(({ reason }) => reason));
    for (const reason of warningReasons) this.set({ reason }, held.has(reason) ? 1 : 0);
  });
  gauge("quota_slots", "Slots of the quota, used or resting, and free.", ["state"], function () {
    const { free, used } = standings.quota;
    this.set({ state: "free" }, free);
    this.set({ state: "used" }, used);
  });
  gauge("quota_waiting", "Questions that wait for a slot.", ["lane"], function () {
    const { waiting } = standings.quota;
    for (const lane of ["person", "background"] satisfies Lane[]) this.set({ lane }, waiting[lane]);
  });
  gauge("watches", "Watches under way, of all processes over one store.", [], async function () {
    const count = await standings.watches();
    // No figure rather than a stale one.
    if (count === undefined) this.remove();
    else this.set(count);
  });
  const { sockets } = standings;
  if (sockets === undefined) return;
  gauge("socket_connections", "Open connections of Socket Mode.", [], function () {
    this.set(sockets().filter(({ isOpen }) => isOpen).length);
  });
  gauge(
    "socket_pong_age_seconds",
    "Since Slack last answered on any open connection.",
    [],
    function () {
      const ages = sockets().map(({ isOpen, pongAgeMs }) => (isOpen ? pongAgeMs : undefined));
      const youngest = Math.min(...ages.map((age) => age ?? Infinity));
      this.set(youngest / 1000);
    },
  );
}
