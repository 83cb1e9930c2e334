import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { people, places } from "../../simulator/slack/seed.ts";
import { SIGNING_SECRET, startBot, startSlack } from "./slack-fixture.ts";

const FORM = "application/x-www-form-urlencoded";

describe("a slash command over HTTP", () => {
  test("comes with Slack's fields, as a form without a charset", async () => {
    const slack = await startSlack();
    const received = await startBot(slack);
    const asked = await slack.command({ text: "lobby --share" });
    expect(asked.ack).toMatchObject({ ok: true, status: 200, late: false, body: undefined });
    expect(asked.notice).toBeUndefined();
    expect(received[0]?.headers["content-type"]).toBe(FORM);
    expect(received[0]?.fields).toEqual({
      token: expect.any(String) as string,
      team_id: slack.workspace.team.id,
      team_domain: slack.workspace.team.domain,
      channel_id: places.support,
      channel_name: "support",
      user_id: people.asker,
      user_name: "ada",
      command: "/room",
      text: "lobby --share",
      api_app_id: slack.workspace.appId,
      is_enterprise_install: "false",
      response_url: expect.stringMatching(`^${slack.url}/commands/`) as string,
      trigger_id: expect.any(String) as string,
    });
  });

  test("is signed over its exact bytes", async () => {
    const slack = await startSlack();
    const received = await startBot(slack);
    await slack.command({ text: "Café ☕" });
    const { headers, body = "" } = received[0] ?? {};
    const timestamp = String(headers?.["x-slack-request-timestamp"]);
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(5);
    const digest = createHmac("sha256", SIGNING_SECRET)
      .update(`v0:${timestamp}:${body}`)
      .digest("hex");
    expect(headers?.["x-slack-signature"]).toBe(`v0=${digest}`);
  });

  test("carries & < > as entities, unless the escaping is switched off", async () => {
    const slack = await startSlack();
    const received = await startBot(slack);
    await slack.command({ text: "<R&B>" });
    await slack.command({ text: "<R&B>", escape: false });
    expect(received.map(({ fields }) => fields["text"])).toEqual(["&lt;R&amp;B&gt;", "<R&B>"]);
  });

  test.each([
    [places.board, "privategroup"],
    [places.botDm, "directmessage"],
  ])("names %s only by its kind", async (channel, name) => {
    const slack = await startSlack();
    const received = await startBot(slack);
    await slack.command({ text: "a", channel });
    expect(received[0]?.fields["channel_name"]).toBe(name);
  });

  test("does not exist in a thread", async () => {
    const slack = await startSlack();
    const inThread = { text: "a", thread: "1700000000.000100" } as unknown as { text: string };
    await expect(slack.command(inThread)).rejects.toThrow("do not exist in threads");
  });

  test("comes only from a user who is in the channel", async () => {
    const slack = await startSlack();
    const elsewhere = slack.command({ text: "a", user: people.guest, channel: places.board });
    await expect(elsewhere).rejects.toThrow("is not in");
  });
});

describe("the ack of a slash command", () => {
  test("may be a message as JSON", async () => {
    const slack = await startSlack();
    const body = JSON.stringify({ response_type: "in_channel", text: "here" });
    await startBot(slack, { type: "application/json", body });
    const asked = await slack.command({ text: "a" });
    expect(asked.messages).toMatchObject([{ via: "ack", visibility: "in_channel", text: "here" }]);
  });

  test("may be a message as text, for the asker alone", async () => {
    const slack = await startSlack();
    await startBot(slack, { body: "looking" });
    const asked = await slack.command({ text: "a" });
    expect(asked.messages).toMatchObject([{ visibility: "ephemeral", text: "looking" }]);
  });

  test("with blocks that Slack refuses is an error to the asker", async () => {
    const slack = await startSlack();
    const body = JSON.stringify({ blocks: [{ type: "poster" }] });
    await startBot(slack, { type: "application/json", body });
    const asked = await slack.command({ text: "a" });
    expect(asked.messages).toEqual([]);
    expect(asked.notice).toMatchObject({ text: '/room failed with the error "invalid_blocks"' });
  });

  test("that comes too late is a time-out to the asker", async () => {
    const slack = await startSlack({ ackLimitMs: 40 });
    await startBot(slack, { afterMs: 400, body: "too late" });
    const asked = await slack.command({ text: "a" });
    expect(asked.ack).toMatchObject({ ok: false, late: true, status: undefined });
    expect(asked.messages).toEqual([]);
    expect(asked.notice).toMatchObject({
      text: '/room failed with the error "operation_timeout"',
      user: "USLACKBOT",
      ephemeralTo: people.asker,
    });
  });

  test.each([
    [500, "http_service_error"],
    [404, "http_client_error"],
  ])("of %i is an error to the asker", async (status, error) => {
    const slack = await startSlack();
    await startBot(slack, { status, body: "broken" });
    const asked = await slack.command({ text: "a" });
    expect(asked.ack).toMatchObject({ ok: false, status, late: false });
    expect(asked.notice?.text).toBe(`/room failed with the error "${error}"`);
    expect(asked.messages).toEqual([]);
  });

  test("of a bot that isn't there is dispatch_failed", async () => {
    const slack = await startSlack();
    slack.requestUrl = "http://127.0.0.1:9/slack/events";
    expect((await slack.command({ text: "a" })).notice?.text).toContain("dispatch_failed");
  });
});

describe("other deliveries", () => {
  test("shortcuts and buttons come as a form's field payload", async () => {
    const slack = await startSlack();
    const received = await startBot(slack);
    const message = slack.workspace.post({
      channel: places.support,
      user: people.colleague,
      via: "user",
      text: "alert",
    });
    await slack.shortcut("look_up_room_in_message", { message });
    expect(received[0]?.headers["content-type"]).toBe(FORM);
    expect(Object.keys(received[0]?.fields ?? {})).toEqual(["payload"]);
    expect(JSON.parse(received[0]?.fields["payload"] ?? "")).toMatchObject({
      type: "message_action",
      callback_id: "look_up_room_in_message",
      message: { text: "alert", ts: message.ts, user: people.colleague },
    });
  });

  test("an event that is not acked comes again with the same event_id", async () => {
    const slack = await startSlack({ eventRetryDelaysMs: [0, 1, 2] });
    const received = await startBot(slack, (count) => ({ status: count < 3 ? 500 : 200 }));
    const event = { type: "app_mention", channel: places.shared, user: people.asker, text: "a" };
    const delivered = await slack.event(event);
    await delivered.done;
    expect(delivered.tries.map(({ ok }) => ok)).toEqual([false, false, true]);
    expect(received.map(({ headers }) => headers["x-slack-retry-num"])).toEqual([
      undefined,
      "1",
      "2",
    ]);
    expect(received[1]?.headers["x-slack-retry-reason"]).toBe("http_error");
    const bodies = received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(new Set(bodies.map((body) => body["event_id"])).size).toBe(1);
    expect(bodies[0]).toMatchObject({ type: "event_callback", event, is_ext_shared_channel: true });
  });

  test("a test may send what Slack would not", async () => {
    const slack = await startSlack();
    const received = await startBot(slack, { status: 401, body: "no" });
    const wrong = { body: "text=a", headers: { "x-slack-signature": "v0=00" } };
    expect(await slack.deliver(wrong)).toMatchObject({ status: 401, body: "no" });
    await slack.deliver({ body: "text=a", headers: () => ({ "content-type": FORM }) });
    expect(received[0]?.headers["x-slack-signature"]).toBe("v0=00");
    expect(received[0]?.headers["x-slack-request-timestamp"]).toBeDefined();
    expect(received[1]?.headers["x-slack-signature"]).toBeUndefined();
  });
});
