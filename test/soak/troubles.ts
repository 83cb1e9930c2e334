import { setTimeout as wait } from "node:timers/promises";
import type { Fault } from "../../simulator/tencent/weather.ts";
import type { Mode } from "../support/stage.ts";
import type { SoakBot } from "./bot.ts";

/**
 * What may go amiss through no fault of the bot's: Slack's delivery to it, Slack's taking its posts,
 * or Tencent's answers, where the asker hears why.
 */
export type Cost = "delivery" | "posts" | "look-ups";

interface Trouble {
  readonly name: string;
  readonly cost?: Cost;
  /** Where there is no such thing over HTTP. */
  readonly only?: Mode;
  begin(bot: SoakBot): void;
}

/** A trouble that came, in ms since 1970. */
export interface Span {
  readonly name: string;
  readonly cost: Cost | undefined;
  readonly from: number;
  readonly to: number;
}

/** Slack's Web API tries a call three times, and so does the bot an answer. */
const fewer = 2;
const many = 10_000;

const tencent = (name: string, fault: Fault): Trouble => ({
  name: `Tencent ${name}`,
  cost: "look-ups",
  begin: (bot) => bot.tencent.weather.set(fault),
});

type Begin = (fault: SoakBot["slack"]["fault"]) => void;

const slack = (name: string, begin: Begin, cost?: Cost): Trouble => ({
  name: `Slack ${name}`,
  begin: (bot) => begin(bot.slack.fault),
  ...(cost === undefined ? {} : { cost }),
});

const overSockets = (name: string, begin: Begin, cost?: Cost): Trouble => ({
  ...slack(name, begin, cost),
  only: "socket",
});

/** In an order that mixes them: each minute has some of Tencent's, some of Slack's, some of the network's. */
const troubles: readonly Trouble[] = [
  tencent("hangs", { kind: "hang" }),
  slack("fails to take answers", (to) => to.responseUrl({ kind: "status", status: 500 }, fewer)),
  {
    name: "the way to Tencent stalls",
    cost: "look-ups",
    begin: ({ wayToTencent }) => wayToTencent.pause(),
  },
  tencent("sends a gateway's page", { kind: "http", status: 502 }),
  slack("wants answers later", (to) =>
    to.responseUrl({ kind: "rate_limited", retryAfter: 2 }, fewer),
  ),
  overSockets("drops its sockets", (to) => void to.dropSockets(), "delivery"),
  tencent("resets", { kind: "reset" }),
  slack("delivers events three times", (to) => to.repeatEvents(2)),
  {
    name: "the way to Tencent is reset",
    cost: "look-ups",
    begin: ({ wayToTencent }) => wayToTencent.resetAll(),
  },
  slack("hangs on an answer", (to) => to.responseUrl({ kind: "hang" })),
  tencent("sends no JSON", { kind: "not-json" }),
  {
    name: "the process stands still",
    cost: "delivery",
    begin({ program }) {
      program.signal("SIGSTOP");
      setTimeout(() => program.signal("SIGCONT"), 3_500);
    },
  },
  // Once: the next try has none, as these cards have no picture that would go first.
  slack("refuses blocks", (to) => to.responseUrl({ kind: "error", error: "invalid_blocks" })),
  tencent("is slow", { kind: "slow", ms: 1_500 }),
  overSockets("renews a socket", (to) => to.refreshSockets(1)),
  slack("takes nothing", (to) => to.anyCall({ kind: "status", status: 503 }, many), "posts"),
  tencent("breaks off", { kind: "cut" }),
  slack("fails to take posts", (to) =>
    to.webApi("chat.postMessage", { kind: "status", status: 503 }, fewer),
  ),
  {
    name: "the way to the bot stalls",
    cost: "delivery",
    begin: ({ wayToBot }) => wayToBot.pause(),
  },
  tencent("comes byte by byte", { kind: "drip", ms: 30 }),
  slack("hides that it took an answer", (to) =>
    to.responseUrl({ kind: "reset", applied: true }, fewer),
  ),
  tencent("has no package (60020)", { kind: "code", code: 60020 }),
  slack("resets posts", (to) => to.webApi("chat.postMessage", { kind: "reset" }, fewer)),
  {
    name: "Tencent's quota is small",
    cost: "look-ups",
    begin: (bot) => void (bot.tencent.qps = 3),
  },
  slack("wants edits later", (to) =>
    to.webApi("chat.update", { kind: "rate_limited", retryAfter: 2 }, fewer),
  ),
  overSockets("sends a bad frame", (to) => to.sendFrame({ kind: "text", text: "null" })),
  tencent("times out (60008)", { kind: "code", code: 60008 }),
  slack("fails to change windows", (to) =>
    to.webApi("views.update", { kind: "status", status: 503 }, fewer),
  ),
  {
    name: "the way to Slack stalls",
    begin({ wayToSlack }) {
      wayToSlack.pause();
      // The bot waits 5 s for Slack to take a post, and then posts again.
      setTimeout(() => wayToSlack.resume(), 2_000);
    },
  },
  tencent("is late", { kind: "late", ms: 2_000 }),
];

/** Troubles that come one after the other, again and again. */
export function createTroubles(bot: SoakBot, everyMs: number) {
  const spans: Span[] = [];
  const list = troubles.filter(({ only = bot.mode }) => only === bot.mode);

  return {
    /** Those that came. */
    spans,
    /** @returns the names of those that have not come yet */
    untried: (): string[] =>
      list.map(({ name }) => name).filter((name) => spans.every((span) => span.name !== name)),
    /** Lets them come and go, each for half of its time. */
    async until(isOver: () => boolean): Promise<void> {
      while (!isOver()) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await wait(everyMs / 2);
        const trouble = list[spans.length % list.length];
        if (isOver() || trouble === undefined) break;
        const from = Date.now();
        trouble.begin(bot);
        // oxlint-disable-next-line no-await-in-loop -- see above
        await wait(everyMs / 2);
        calm(bot);
        spans.push({ name: trouble.name, cost: trouble.cost, from, to: Date.now() });
      }
    },
  };
}

function calm({ slack: workspace, tencent: stand, wayToBot, wayToTencent }: SoakBot): void {
  workspace.fault.clear();
  stand.weather.set(null);
  stand.qps = 200;
  wayToBot.resume();
  wayToTencent.resume();
}
