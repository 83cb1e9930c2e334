import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const top = new URL("../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, top), "utf8");

describe("the table of threats in SECURITY.md", () => {
  const [, section = ""] = read("SECURITY.md").split(/^## Threats, and what answers them$/m);
  const rows = (section.split(/^## /m)[0] ?? "")
    .split("\n")
    .filter((line) => line.startsWith("|") && !/^\| *(?:threat|-)/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()));

  test("has a threat, an answer and a test in each row", () => {
    expect(rows.length).toBeGreaterThanOrEqual(25);
    for (const cells of rows) {
      expect(cells).toHaveLength(5);
      expect(cells.slice(1, 4).filter((cell) => cell === "")).toEqual([]);
    }
  });

  const named = rows.flatMap(([, threat = "", , shownBy = ""]) =>
    shownBy.split("; `").map((one) => {
      const [, path = "", words = ""] = /^`?([^`]+)`: (.+)$/.exec(one) ?? [];
      return { threat, path, words };
    }),
  );

  test.each(named)("$threat: $path has $words", ({ path, words }) => {
    expect(path).toMatch(/^test\/.+\.test\.ts$/);
    expect(existsSync(new URL(path, top))).toBe(true);
    expect(words).not.toBe("");
    expect(read(path)).toContain(words);
  });
});

describe("this bot", () => {
  const sources = readdirSync(new URL("src/", top), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .map((path) => ({ path: `src/${path.replaceAll("\\", "/")}`, code: read(`src/${path}`) }));
  const filesWith = (pattern: RegExp) =>
    sources.filter(({ code }) => pattern.test(code)).map(({ path }) => path);

  test("has one command for Tencent, which reads", () => {
    const commands = sources.flatMap(({ code }) => code.match(/[\w-]+_(?:svc|srv)\/\w+/g) ?? []);
    expect(new Set(commands)).toEqual(new Set(["live_engine_http_srv/get_room_info"]));
    expect(filesWith(/\/v4\//).toSorted()).toEqual([
      "src/ops/doctor/ask-tencent.ts",
      "src/tencent/client.ts",
    ]);
  });

  test("opens connections in these files alone", () => {
    const opens =
      /from "(?:undici|node:https|node:net|node:tls|node:http2|node:dgram|node:dns)"|\bfetch\(|\bhttp\.request\(|new WebSocket\(/;
    expect(filesWith(opens).toSorted()).toEqual([
      "src/lib/ask-before-writing.ts",
      "src/lib/send-collecting.ts",
      "src/ops/doctor/ask-tencent.ts",
      "src/ops/doctor/call-slack.ts",
      "src/ops/doctor/open-socket.ts",
      "src/slack/guarded-fetch.ts",
      "src/slack/observed-fetch.ts",
      "src/slack/post-to-response-url.ts",
      "src/tencent/transport.ts",
    ]);
    // What a response_url names is posted to behind this check.
    expect(filesWith(/postToResponseUrl\(/).toSorted()).toEqual([
      "src/slack/post-to-response-url.ts",
      "src/slack/response-url.ts",
    ]);
    expect(read("src/slack/response-url.ts")).toMatch(
      /if \(!isAllowed\(responseUrl\)\) \{\s+return/,
    );
  });

  test("lets Slack's client call no address but that of the Web API", () => {
    const clients = filesWith(/new (?:webApi\.WebClient|App|SocketModeReceiver)\(/);
    expect(clients.toSorted()).toEqual([
      "src/slack/app.ts",
      "src/slack/ask-slack.ts",
      "src/slack/connect-watch-posts.ts",
      "src/slack/receivers/socket.ts",
    ]);
    for (const path of clients) {
      const made = read(path).match(/slackApiUrl: /g)?.length;
      expect(read(path).match(/allowAbsoluteUrls: false/g)).toHaveLength(made ?? 0);
    }
  });
});
