import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BOT_USER, places } from "../../simulator/slack/seed.ts";
import { startCollector, type Collector, type Span } from "../support/collector.ts";
import { interactionsIn, readLog } from "../support/log-lines.ts";
import { overhear } from "../support/overheard.ts";
import { startBotProgram } from "../support/program.ts";
import {
  environmentFor,
  modes,
  secrets,
  setStage,
  startStandIns,
  type Mode,
  type Stage,
  type StageOptions,
} from "../support/stage.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

let collector: Collector;
beforeEach(async () => {
  collector = await startCollector();
});
afterEach(() => collector.close());

const headerSecret = "collector-key-4f1d9c";

const setTracedStage = (mode: Mode, options: StageOptions = {}): Promise<Stage> =>
  setStage(mode, {
    ...options,
    environment: {
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`,
      OTEL_EXPORTER_OTLP_HEADERS: `x-collector-key=${headerSecret}`,
      ...options.environment,
    },
  });

const roots = (): Span[] => collector.spans.filter((span) => span.parentSpanId === undefined);
const partsOf = ({ spanId }: Span): Span[] =>
  collector.spans
    .filter((span) => span.parentSpanId === spanId)
    .toSorted((a, b) => a.start - b.start);

async function ask(stage: Stage, text: string): Promise<void> {
  await (await stage.slack.command({ text })).settled();
}

describe.each(modes)("traces of a bot over %s", (mode) => {
  it("have a span for the interaction, with one for each wait, query and call to Slack", async () => {
    const stage = await setTracedStage(mode);
    stage.tencent.weather.next(1, { kind: "code", code: 60008 });
    const before = Date.now();
    await ask(stage, "live-room");
    await stage.close();

    expect(collector.requests[0]).toMatchObject({
      path: "/v1/traces",
      headers: { "content-type": "application/json", "x-collector-key": headerSecret },
    });
    const [root, ...others] = roots();
    expect(others).toEqual([]);
    if (root === undefined) throw new Error("no span came");
    const [line] = interactionsIn(stage.log);
    expect(root).toMatchObject({
      name: "interaction command",
      isError: false,
      attributes: {
        "greenroom.entry": "command",
        "greenroom.outcome": "answered",
        "greenroom.result": "found",
        "greenroom.delivered": true,
        "greenroom.reference": line?.["reference"],
        "tencent.request_id": line?.["requestId"],
      },
      resource: { "service.name": "greenroom" },
    });
    const parts = partsOf(root);
    expect(parts.map(({ name, isError }) => `${name}${isError ? ": error" : ""}`)).toEqual([
      "slack users.info",
      // Once, for the company that its asker has to be of.
      "slack auth.test",
      "quota wait",
      "tencent get_room_info: error",
      "quota wait",
      "tencent get_room_info",
      "slack response_url",
    ]);
    expect(parts[3]?.attributes).toMatchObject({ "tencent.code": "60008" });
    expect(parts[5]?.attributes).toMatchObject({
      "greenroom.retry": "backoff",
      "tencent.request_id": line?.["requestId"],
    });
    for (const part of parts) {
      expect(part.traceId).toBe(root.traceId);
      expect(part.start).toBeGreaterThanOrEqual(root.start);
      expect(part.end).toBeLessThanOrEqual(root.end + 1);
      expect(part.end).toBeGreaterThanOrEqual(part.start);
    }
    expect(root.start).toBeGreaterThan(before - 100);
    expect(root.end).toBeLessThan(Date.now() + 100);
    // 200 ms of backoff lie between the two queries.
    expect(root.end - root.start).toBeGreaterThan(200);
  });

  it("hold no secret, no address, no room and no person", async () => {
    const heard = overhear();
    const stage = await setTracedStage(mode);
    const sent = await stage.slack.command({ text: "live-room --share" });
    await sent.settled();
    await ask(stage, "gone-room");
    await ask(stage, "räume");
    stage.tencent.weather.next(1, { kind: "reset" });
    await ask(stage, "hostile-room");
    await stage.close();
    heard.stop();

    expect(roots()).toHaveLength(4);
    const all = collector.bodies.join("\n");
    for (const secret of Object.values(secrets)) expect(all).not.toContain(secret.slice(0, 24));
    expect(heard.userSigs.size).toBeGreaterThan(0);
    for (const userSig of heard.userSigs) expect(all).not.toContain(userSig.slice(0, 16));
    expect(all).not.toMatch(/https?:\/\/|usersig|\/commands\/|live-room|gone-room|hostile/i);
    const { users, channels } = stage.slack.workspace;
    for (const id of [...users.keys(), ...channels.keys()]) expect(all).not.toContain(id);
    expect(stage.log.join("\n")).not.toContain(headerSecret);
  });

  it("keep apart who asked at once, though they wait for turns in one channel", async () => {
    const stage = await setTracedStage(mode, { figures: { channelIntervalMs: 150 } });
    const rooms = ["live-room", "muted-room", "quiet-room", "live-8821"];
    await Promise.all(rooms.map((room) => ask(stage, `${room} --share`)));
    await expect.poll(() => interactionsIn(stage.log)).toHaveLength(4);
    await stage.close();
    expect(roots()).toHaveLength(4);
    for (const root of roots()) {
      const names = partsOf(root).map(({ name }) => name);
      expect(names.filter((name) => name === "slack response_url")).toHaveLength(1);
      expect(names.filter((name) => name === "tencent get_room_info")).toHaveLength(1);
    }
  });
});

describe("a trace", () => {
  it("has what was done before it was known what is asked, such as opening a window", async () => {
    const stage = await setTracedStage("http", { environment: { SHORTCUT_REPLY: "private" } });
    const { slack } = stage;
    const { message } = await slack.say({ channel: places.support, text: "room_id=live-room" });
    await slack.shortcut("look_up_room_in_message", { message });
    await expect.poll(() => interactionsIn(stage.log)).toHaveLength(1);
    await stage.close();
    const [root] = roots();
    if (root === undefined) throw new Error("no span came");
    const names = partsOf(root).map(({ name }) => name);
    expect(names[0]).toBe("slack views.open");
    expect(names.at(-1)).toBe("slack views.update");
    expect(partsOf(root)[0]?.start).toBeGreaterThanOrEqual(root.start);
  });

  it("is each room's own, where one alert names several", async () => {
    const stage = await setTracedStage("http", {
      environment: { ALERT_CHANNELS: places.liveAlerts },
      figures: { channelIntervalMs: 20 },
    });
    const { slack } = stage;
    const bot = { id: "B0GRAFANA01", name: "Grafana" };
    const fields = ["live-room", "muted-room"].map((value) => ({ title: "room_id", value }));
    const attachments = [{ fallback: "[FIRING:2] room errors", fields }];
    await slack.say({ channel: places.liveAlerts, bot, attachments });
    await expect.poll(() => interactionsIn(stage.log)).toHaveLength(2);
    await stage.close();
    expect(roots().map(({ name }) => name)).toEqual(["interaction alert", "interaction alert"]);
    expect(new Set(roots().map(({ traceId }) => traceId)).size).toBe(2);
    for (const root of roots()) {
      const names = partsOf(root).map(({ name }) => name);
      expect(names.filter((name) => name === "tencent get_room_info")).toHaveLength(1);
      expect(names.filter((name) => name === "slack chat.postMessage")).toHaveLength(1);
    }
  });

  it("is not made of what nobody asked for: a message that is no question", async () => {
    const stage = await setTracedStage("http");
    await stage.slack.say({ channel: places.support, text: "good morning" });
    await stage.slack.say({ channel: places.support, text: `<@${BOT_USER}> live-room` });
    await expect.poll(() => interactionsIn(stage.log)).toHaveLength(1);
    await stage.close();
    expect(roots().map(({ name }) => name)).toEqual(["interaction mention"]);
  });
});

describe("a collector that fails", () => {
  it("by refusing is named in the log, and costs no answer", async () => {
    const stage = await setTracedStage("http");
    collector.misbehave(400);
    await ask(stage, "live-room");
    await stage.close();
    const said = readLog(stage.log).find(({ msg }) => String(msg).startsWith("traces did not"));
    expect(said).toMatchObject({ level: "warn", spans: 6 });
  });

  it("by silence holds a stop up no longer than is allowed", async () => {
    const stage = await setTracedStage("http", { figures: { traceFlushMs: 200 } });
    collector.misbehave("silent");
    await ask(stage, "live-room");
    const started = performance.now();
    await stage.stopBot();
    expect(performance.now() - started).toBeLessThan(3_000);
    const said = readLog(stage.log).find(({ msg }) => msg === "the last traces may be lost");
    expect(said).toMatchObject({ level: "warn" });
    await stage.close();
  });
});

const chunk = (name: string): string =>
  readFileSync(new URL(`../../dist/chunks/${name}`, import.meta.url), "utf8");

describe("the process", () => {
  /** Says at its end which files of dist/ were loaded. */
  const confession = `
    const { Session } = require("node:inspector");
    const names = [];
    const session = new Session();
    session.connect();
    session.on("Debugger.scriptParsed", ({ params: { url } }) => {
      if (url.includes("/dist/")) names.push(url.slice(url.lastIndexOf("/dist/") + 6));
    });
    session.post("Debugger.enable");
    process.on("exit", () => process.stdout.write("LOADED " + names.join(" ") + "\\n"));`;

  async function run(env: Readonly<Record<string, string>>) {
    const { slack, tencent } = await startStandIns();
    const preload = join(temporaryFolder(), "confession.cjs");
    writeFileSync(preload, confession);
    const { program, url } = await startBotProgram({
      ...environmentFor("http", slack, tencent),
      NODE_OPTIONS: `--require ${preload}`,
      ...env,
    });
    slack.requestUrl = `${url}/slack/events`;
    return { slack, tencent, program };
  }

  it("sends every span before it ends on SIGTERM, those of questions in flight too", async () => {
    const { slack, tencent, program } = await run({
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_SERVICE_NAME: "greenroom-of-emea",
    });
    tencent.weather.set({ kind: "slow", ms: 600 });
    const rooms = Array.from({ length: 20 }, (_, index) => `room-${index}`);
    const sent = await Promise.all(rooms.map((text) => slack.command({ text })));
    expect(collector.spans).toEqual([]);
    program.signal("SIGTERM");
    expect(await program.ended).toBe(0);
    for (const interaction of sent) expect(interaction.messages).toHaveLength(1);
    expect(roots()).toHaveLength(20);
    const queries = collector.spans.filter(({ name }) => name === "tencent get_room_info");
    expect(queries).toHaveLength(20);
    expect(roots()[0]?.resource).toMatchObject({ "service.name": "greenroom-of-emea" });
    expect(program.out).toMatch(/LOADED .*chunks\/tracing\.js/);
    await Promise.all([slack.close(), tencent.close()]);
  });

  it("loads nothing of it where no collector is named, but for the API that prom-client asks for", async () => {
    const { slack, tencent, program } = await run({});
    program.signal("SIGTERM");
    expect(await program.ended).toBe(0);
    const loaded = /LOADED (.*)/.exec(program.out)?.[1]?.split(" ");
    expect(loaded).toContain("chunks/packages.js");
    expect(loaded).not.toContain("chunks/tracing.js");
    await Promise.all([slack.close(), tencent.close()]);
    // What that rests on: where the bundler has put these packages.
    const parts = chunk("packages.js").match(/(?<=node_modules\/@opentelemetry\/)[^/]+/g);
    expect([...new Set(parts)]).toEqual(["api"]);
    expect(chunk("tracing.js")).toContain("node_modules/@opentelemetry/sdk-trace/");
  });
});
