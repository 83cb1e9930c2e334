import { describe, expect, test } from "vitest";
import { isFair, weatherWords } from "../../../playground/page/control/weather/weather-words.ts";
import type { WeatherRow } from "../../../playground/protocol/rows.ts";

interface Changes {
  readonly tencent?: Partial<WeatherRow["tencent"]>;
  readonly slack?: Partial<WeatherRow["slack"]>;
}

function weather({ tencent, slack }: Changes = {}): WeatherRow {
  const stats = { queries: 0, refused: 0, mostInASlidingSecond: 0 };
  return {
    tencent: { latency: [15, 60], fault: null, qps: 200, ...stats, ...tencent },
    slack: { waitingFaults: 0, repeats: 0, sockets: 0, ...slack },
  };
}

const scene = { mode: "http", codes: [{ code: 60020, words: "plan lapsed" }] } as const;

describe("the weather in words", () => {
  test("fair", () => {
    expect(weatherWords(weather(), scene)).toBe("Tencent: fine, 15–60 ms. Slack: fine.");
    expect(isFair(weather(), "http")).toBe(true);
  });

  test.each<[string, Changes, string]>([
    ["slow", { tencent: { latency: [800, 1500] } }, "Tencent: slow, 800–1500 ms. Slack: fine."],
    ["over quota", { tencent: { qps: 0 } }, "Tencent: takes no queries. Slack: fine."],
    [
      "several troubles",
      { tencent: { fault: { kind: "code", code: 60020 }, qps: 2 } },
      "Tencent: code 60020: plan lapsed; takes 2 queries a second. Slack: fine.",
    ],
    [
      "at Slack",
      { slack: { waitingFaults: 3, repeats: 2 } },
      "Tencent: fine, 15–60 ms. Slack: the bot’s next 3 calls will go wrong (3 faults); tells of each message twice more.",
    ],
    [
      "one fault",
      { slack: { waitingFaults: 1 } },
      "Tencent: fine, 15–60 ms. Slack: the bot’s next call will go wrong (1 fault).",
    ],
  ])("%s", (_, changes, words) => {
    expect(weatherWords(weather(changes), scene)).toBe(words);
    expect(isFair(weather(changes), "http")).toBe(false);
  });

  test("in Socket Mode a socket is needed", () => {
    expect(isFair(weather(), "socket")).toBe(false);
    expect(isFair(weather({ slack: { sockets: 2 } }), "socket")).toBe(true);
    expect(weatherWords(weather(), { ...scene, mode: "socket" })).toContain("no open connection");
  });
});
