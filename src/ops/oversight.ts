import { Registry } from "prom-client";
import type { MonotonicClock } from "../lib/time.ts";
import type { BotEvent, Observe } from "./events.ts";
import { healthz, readyz, type Readiness, type Unreadiness } from "./health.ts";
import type { Log } from "./log.ts";
import { createCounts, type Known } from "./metrics/counts.ts";
import { metricsPage } from "./metrics/page.ts";
import { registerStandings, type Standings } from "./metrics/standings.ts";
import { createQueryLog } from "./query-log.ts";
import type { Handler } from "./server.ts";
import { createSlackHealth, type SlackHealthOptions } from "./slack-health.ts";
import { createStoreHealth, type StoreHealthOptions } from "./store-health.ts";
import { createTencentHealth, type TencentHealthOptions } from "./tencent-health.ts";
import type { Tracing, TracingOptions } from "./tracing.ts";

export interface OversightOptions
  extends
    Omit<SlackHealthOptions, "now">,
    Omit<StoreHealthOptions, "now">,
    Omit<TencentHealthOptions, "now"> {
  readonly log: Log;
  readonly known: Known;
  readonly now?: MonotonicClock;
}

/** The parts of the bot whose state can be read. */
export interface Watched extends Omit<Standings, "readiness" | "watches"> {
  readonly state: () => "starting" | "running" | "stopping";
  /** What is wrong with Slack's way in. */
  readonly unreadinesses: () => readonly Unreadiness[];
  /** Known since the start. */
  readonly warnings: readonly Unreadiness[];
}

/** All that hears what the bot does, and tells how it is. */
export interface Oversight {
  readonly observe: Observe;
  readonly routes: (watched: Watched) => Readonly<Record<string, Handler>>;
  /** Begins traces. What they need is loaded here, and only here. */
  readonly trace: (place: Omit<TracingOptions, "log">) => Promise<void>;
  /** Sends the last traces, for at most so many ms. */
  readonly stop: (ms: number) => Promise<void>;
}

export function createOversight(options: OversightOptions): Oversight {
  const { log } = options;
  const registry = new Registry();
  const slackHealth = createSlackHealth(options);
  const tencentHealth = createTencentHealth(options);
  const storeHealth = createStoreHealth(options);
  const queryLog = createQueryLog(log);
  const watches = async (): Promise<number | undefined> => (await storeHealth()).watches;
  let tracing: Tracing | undefined;
  const observers: Observe[] = [
    createCounts(registry, options.known),
    (event) => {
      if (event.kind === "slack-call") slackHealth.observe(event);
      else if (event.kind === "query") {
        tencentHealth.observe(event);
        queryLog(event);
      }
    },
  ];

  return {
    observe(event: BotEvent) {
      for (const observe of observers) {
        try {
          observe(event);
        } catch (error) {
          // Somebody waits for an answer: it does not fail because it could not be counted.
          log.warn({ error, kind: event.kind }, "something could not be observed");
        }
      }
    },
    routes({ state, unreadinesses, warnings, ...standings }) {
      const readiness = async (): Promise<Readiness> => {
        const reason = state();
        if (reason !== "running") {
          return { reasons: [{ reason, explanation: `This bot is ${reason}.` }], warnings };
        }
        const [slack, store] = await Promise.all([slackHealth.check(), storeHealth()]);
        return {
          reasons: [...unreadinesses(), ...slack, ...tencentHealth.check()],
          warnings: [...warnings, ...store.warnings],
        };
      };
      registerStandings(registry, { ...standings, readiness, watches });
      return {
        "GET /healthz": healthz,
        "GET /readyz": readyz(readiness),
        "GET /metrics": metricsPage(registry),
      };
    },
    async trace(place) {
      const { createTracing } = await import("./tracing.ts");
      tracing = createTracing({ ...place, log });
      observers.push(tracing.observe);
    },
    async stop(ms) {
      await tracing?.stop(ms);
    },
  };
}
