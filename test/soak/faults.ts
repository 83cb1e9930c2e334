import { setTimeout as wait } from "node:timers/promises";
import type { SoakBot } from "./bot.ts";

/** Something that goes wrong for a while. */
interface Trouble {
  readonly name: string;
  begin(bot: SoakBot): void;
}

const ofTencent: readonly Trouble[] = (
  [
    { kind: "hang" },
    { kind: "reset" },
    { kind: "http", status: 502 },
    { kind: "not-json" },
    { kind: "slow", ms: 1_500 },
    { kind: "cut" },
    { kind: "drip", ms: 30 },
    { kind: "code", code: 60008 },
    { kind: "code", code: 60020 },
    { kind: "late", ms: 2_000 },
  ] as const
).map((fault) => ({
  name: `Tencent: ${fault.kind}`,
  begin: ({ tencent }) => tencent.weather.set(fault),
}));

const others: readonly Trouble[] = [
  { name: "Tencent: quota", begin: ({ tencent }) => void (tencent.qps = 3) },
  { name: "network: stall", begin: ({ wayToTencent }) => wayToTencent.pause() },
  { name: "network: resets", begin: ({ wayToTencent }) => wayToTencent.resetAll() },
  {
    name: "Slack: response_url 500",
    begin: ({ slack }) => slack.fault.responseUrl({ kind: "status", status: 500 }, 2),
  },
  {
    name: "Slack: response_url 429",
    begin: ({ slack }) => slack.fault.responseUrl({ kind: "rate_limited", retryAfter: 2 }, 2),
  },
  {
    name: "Slack: response_url hangs",
    begin: ({ slack }) => slack.fault.responseUrl({ kind: "hang" }),
  },
  {
    name: "Slack: invalid_blocks",
    begin: ({ slack }) => slack.fault.responseUrl({ kind: "error", error: "invalid_blocks" }, 2),
  },
  {
    name: "Slack: posts 503",
    begin: ({ slack }) =>
      slack.fault.webApi("chat.postMessage", { kind: "status", status: 503 }, 2),
  },
  {
    name: "Slack: posts reset",
    begin: ({ slack }) => slack.fault.webApi("chat.postMessage", { kind: "reset" }, 2),
  },
  {
    name: "Slack: edits 429",
    begin: ({ slack }) =>
      slack.fault.webApi("chat.update", { kind: "rate_limited", retryAfter: 2 }, 2),
  },
  { name: "Slack: repeats", begin: ({ slack }) => slack.fault.repeatEvents(2) },
  {
    name: "Slack: sockets drop",
    begin: ({ mode, slack }) => {
      if (mode === "socket") slack.fault.dropSockets();
    },
  },
  {
    name: "Slack: a socket is renewed",
    begin: ({ mode, slack }) => {
      if (mode === "socket") slack.fault.refreshSockets(1);
    },
  },
  {
    name: "Slack: bad frame",
    begin: ({ mode, slack }) => {
      if (mode === "socket") slack.fault.sendFrame({ kind: "text", text: "null" });
    },
  },
  {
    name: "process: stands still",
    begin({ program }) {
      program.signal("SIGSTOP");
      setTimeout(() => program.signal("SIGCONT"), 1_000);
    },
  },
];

const troubles = [...ofTencent, ...others].toSorted((a, b) => a.name.length - b.name.length);

/** From a trouble to the next, in ms; it lasts for half of that. */
const everyMs = 10_000;

/** Lets troubles come and go until the end. @returns how many came */
export async function troubleUntil(bot: SoakBot, end: () => boolean): Promise<number> {
  let count = 0;
  for (; !end(); count += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await wait(everyMs / 2);
    if (end()) break;
    troubles[count % troubles.length]?.begin(bot);
    // oxlint-disable-next-line no-await-in-loop -- see above
    await wait(everyMs / 2);
    calm(bot);
  }
  calm(bot);
  return count;
}

function calm({ slack, tencent, wayToTencent }: SoakBot): void {
  slack.fault.clear();
  tencent.weather.set(null);
  tencent.qps = 200;
  wayToTencent.resume();
}
