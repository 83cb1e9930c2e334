import { afterEach, describe, expect, it } from "vitest";
import { countsOf, scrape } from "../support/metrics.ts";
import { roomCommandForm, signatureHeaders } from "../support/raw-command.ts";
import { modes, setStage, type Mode, type Stage } from "../support/stage.ts";

let stage: Stage;
afterEach(() => stage.close());

async function ask(text: string): Promise<void> {
  await (await stage.slack.command({ text })).settled();
}

describe.each(modes)("a scrape after known interactions over %s", (mode: Mode) => {
  it("has exactly what happened, and nothing else", async () => {
    stage = await setStage(mode);
    const { slack, tencent } = stage;
    await ask("live-room");
    await ask("live-room");
    await ask("gone-room");
    await ask("räume");
    await ask("help");
    // One query, of which both have the answer.
    tencent.weather.setForRoom("muted-room", { kind: "slow", ms: 200 });
    const two = await Promise.all([1, 2].map(() => slack.command({ text: "muted-room" })));
    await Promise.all(two.map((one) => one.settled()));
    // 60008 is tried again, and goes well the second time.
    tencent.weather.next(1, { kind: "code", code: 60008 });
    await ask("quiet-room");
    // 70009 is not tried again: the operator has to act.
    tencent.rooms.create({ RoomId: "wrong-key" });
    tencent.weather.setForRoom("wrong-key", { kind: "code", code: 70009 });
    await ask("wrong-key");
    // Slack's blocks are refused once; the second post arrives.
    slack.fault.responseUrl({ kind: "error", error: "invalid_blocks" });
    await ask("hidden-room");
    // And once nothing arrives at all.
    slack.fault.responseUrl({ kind: "error", error: "expired_url" });
    await slack.command({ text: "help" });
    await expect
      .poll(async () => countsOf(await scrape(stage.botUrl), "greenroom_undelivered_answers_total"))
      .toEqual({ command: 1 });

    const samples = await scrape(stage.botUrl);
    const counts = (name: string) => countsOf(samples, `greenroom_${name}`);
    expect(counts("interactions_total")).toEqual({
      "command answered": 8,
      "command refused": 1,
      "command failed": 2,
    });
    expect(counts("interaction_duration_seconds_count")).toEqual({ command: 11 });
    expect(counts("lookups_total")).toEqual({
      "person asked": 6,
      "person joined": 1,
      "person remembered": 1,
    });
    expect(counts("tencent_queries_total")).toEqual({
      "ok none none": 4,
      "missing live_rooms none": 1,
      "refused rest_gateway tencent": 1,
      "refused account_and_signature operator": 1,
    });
    expect(counts("tencent_query_duration_seconds_count")).toEqual({ "": 7 });
    expect(counts("tencent_retries_total")).toEqual({ backoff: 1 });
    expect(counts("quota_turns_total")).toEqual({ "person admitted": 7 });
    expect(counts("quota_wait_seconds_count")).toEqual({ person: 7 });
    expect(counts("quota_waiting")).toEqual({});
    const { used = 0, free = 0 } = counts("quota_slots");
    expect(used + free).toBe(200);
    const calls = counts("slack_calls_total");
    expect(calls).toMatchObject({
      "response_url none": 10,
      "response_url invalid_blocks": 1,
      "response_url expired_url": 1,
      "users.info none": 1,
    });
    const others = /^(?:response_url|users\.info|auth\.test|apps\.connections\.open) /;
    expect(Object.keys(calls).filter((key) => !others.test(key))).toEqual([]);
    expect(counts("slack_call_duration_seconds_count")["response_url"]).toBe(12);
    expect(counts("socket_connections")).toEqual(mode === "socket" ? { "": 2 } : {});
    expect(counts("requests_refused_total")).toEqual({});
    expect(counts("ready")).toEqual({ "": 1 });
  });
});

describe("the page of metrics", () => {
  it("counts requests that are not Slack's, by their flaw", async () => {
    stage = await setStage("http");
    const body = roomCommandForm("live-room", `${stage.slack.url}/commands/T/1/none`);
    const headers = signatureHeaders(body, { secret: "another" });
    await stage.slack.deliver({ body, headers });
    stage.slack.fault.repeatDelivery(1);
    await ask("help");
    const samples = await scrape(stage.botUrl);
    expect(countsOf(samples, "greenroom_requests_refused_total")).toEqual({
      wrong: 1,
      repeated: 1,
    });
  });

  it("counts watches under way, and those that ended, by why", async () => {
    stage = await setStage("socket", { figures: { storeNewsMs: 0 } });
    const watches = async (name: string) => countsOf(await scrape(stage.botUrl), name);
    await ask("watch live-room for 1h");
    await ask("watch muted-room for 1h");
    expect(await watches("greenroom_watches")).toEqual({ "": 2 });
    await ask("unwatch live-room");
    expect(await watches("greenroom_watches")).toEqual({ "": 1 });
    expect(await watches("greenroom_watches_ended_total")).toEqual({ stopped: 1 });
  });

  it("counts what waits, and who was turned away, by lane", async () => {
    stage = await setStage("http", {
      environment: { TENCENT_QPS: "1" },
      figures: { longestLine: { person: 2, background: 1 }, lookUpDeadlineMs: 3_000 },
    });
    stage.tencent.weather.set({ kind: "slow", ms: 600 });
    const sent = await Promise.all(
      [1, 2, 3, 4, 5].map((index) => stage.slack.command({ text: `room-${index}` })),
    );
    await expect
      .poll(async () => countsOf(await scrape(stage.botUrl), "greenroom_quota_waiting"))
      .toEqual({ person: 2 });
    const samples = await scrape(stage.botUrl);
    expect(countsOf(samples, "greenroom_quota_slots")).toEqual({ used: 1 });
    expect(countsOf(samples, "greenroom_quota_turns_total")).toEqual({
      "person admitted": 1,
      "person full": 2,
    });
    await Promise.all(sent.map((one) => one.settled()));
  });

  it("has Node's own figures, the delay of the event loop among them", async () => {
    stage = await setStage("http");
    await scrape(stage.botUrl);
    const names = new Set((await scrape(stage.botUrl)).map(({ name }) => name));
    for (const name of [
      "nodejs_eventloop_lag_p99_seconds",
      "nodejs_heap_size_used_bytes",
      "process_cpu_seconds_total",
      "process_open_fds",
      "process_resident_memory_bytes",
    ]) {
      expect(names).toContain(name);
    }
  });

  it("is in Prometheus' format, and names no room, person, channel, address or secret", async () => {
    stage = await setStage("http");
    const shared = await stage.slack.command({ text: "live-room --share" });
    await shared.settled();
    await ask("hostile-room");
    await ask("gone-room");
    const answer = await fetch(`${stage.botUrl}/metrics`);
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    const page = await answer.text();
    expect(page).not.toMatch(/live-room|hostile|gone-room|xoxb|https?:|\/commands\//);
    const { users, channels } = stage.slack.workspace;
    for (const id of [...users.keys(), ...channels.keys()]) expect(page).not.toContain(id);
  });

  it("does not grow with what others choose to say", async () => {
    stage = await setStage("http");
    for (let index = 0; index < 70; index += 1) {
      stage.slack.fault.responseUrl({ kind: "error", error: `odd_${"x".repeat(index)}` });
      // oxlint-disable-next-line no-await-in-loop
      await stage.slack.command({ text: "help" });
    }
    const total = async () => {
      const counts = countsOf(await scrape(stage.botUrl), "greenroom_slack_calls_total");
      return Object.entries(counts).filter(([key]) => key.startsWith("response_url odd_"));
    };
    await expect
      .poll(
        async () =>
          countsOf(await scrape(stage.botUrl), "greenroom_interactions_total")["command failed"],
      )
      .toBe(70);
    expect((await total()).length).toBeLessThanOrEqual(60);
  });
});
