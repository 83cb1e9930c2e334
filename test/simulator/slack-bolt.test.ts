import { Server } from "node:http";
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from "@slack/bolt";
import type { Logger, Receiver } from "@slack/bolt";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Message } from "../../simulator/slack/messages.ts";
import { places } from "../../simulator/slack/seed.ts";
import type { SlackSimulator } from "../../simulator/slack/server.ts";
import {
  APP_TOKEN,
  BOT_TOKEN,
  buttons,
  section,
  SIGNING_SECRET,
  startSlack,
} from "./slack-fixture.ts";

/** These tests break connections on purpose: nobody wants to read of it. */
const logger: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

/** A small bot on the real package: answers, replaces, opens, posts. */
async function createApp(slack: SlackSimulator, receiver: Receiver): Promise<App> {
  const app = new App({
    receiver,
    logger,
    token: BOT_TOKEN,
    deferInitialization: true,
    convoStore: false,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });
  await app.init();
  app.command("/room", async ({ ack, command, respond }) => {
    await ack();
    await respond({
      text: `room ${command.text}`,
      blocks: [section("a room"), buttons("refresh")],
    });
  });
  app.action("refresh", async ({ ack, respond, body }) => {
    await ack();
    await respond({ text: `again for ${body.user.id}`, replace_original: true });
  });
  app.shortcut("look_up_room", async ({ ack, client, shortcut }) => {
    await ack();
    await client.views.open({
      trigger_id: shortcut.trigger_id,
      view: { type: "modal", title: { type: "plain_text", text: "Rooms" }, blocks: [] },
    });
  });
  app.event("app_mention", async ({ event, client }) => {
    const { channel, ts } = event;
    await client.apiCall("chat.postMessage", { channel, thread_ts: ts, text: "here" });
  });
  onTestFinished(async () => {
    await app.stop().catch(() => {});
  });
  return app;
}

async function overHttp(slack: SlackSimulator): Promise<void> {
  const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET, logger });
  const app = await createApp(slack, receiver);
  const server: unknown = await app.start({ port: 0, host: "127.0.0.1" });
  const address = server instanceof Server ? server.address() : null;
  if (address === null || typeof address === "string") throw new Error("Bolt has no port");
  slack.requestUrl = `http://127.0.0.1:${address.port}/slack/events`;
}

function socketReceiver(slack: SlackSimulator): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken: APP_TOKEN,
    logger,
    clientPingTimeout: 200,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
}

async function overSocket(slack: SlackSimulator): Promise<void> {
  const app = await createApp(slack, socketReceiver(slack));
  await app.start();
}

describe.each([
  ["HTTP", overHttp],
  ["Socket Mode", overSocket],
])("the real Bolt over %s", (_name, start) => {
  test("answers a command and a button of its answer", async () => {
    const slack = await startSlack();
    await start(slack);
    const asked = await slack.command({ text: "lobby" });
    expect(asked.ack).toMatchObject({ ok: true, body: undefined });
    const [card] = await asked.settled();
    expect(card).toMatchObject({ text: "room lobby", visibility: "ephemeral" });
    const pressed = await slack.press(card as Message, "refresh");
    expect(await pressed.settled()).toEqual([card]);
    expect(card?.text).toMatch(/^again for U/u);
  });

  test("opens a modal from a shortcut", async () => {
    const slack = await startSlack();
    await start(slack);
    await slack.shortcut("look_up_room");
    await expect.poll(() => slack.workspace.views.length).toBe(1);
  });

  test("answers a mention in its thread", async () => {
    const slack = await startSlack();
    await start(slack);
    const { ts } = slack.workspace.post({
      channel: places.support,
      user: "U0ASKER0001",
      via: "user",
      text: "hey",
    });
    const event = {
      type: "app_mention",
      channel: places.support,
      user: "U0ASKER0001",
      text: "hey",
      ts,
    };
    expect((await slack.event(event)).ack.ok).toBe(true);
    expect(await slack.waitForMessages(({ text }) => text === "here")).toMatchObject([
      { threadTs: ts },
    ]);
  });

  test("tells the user of a command that no listener takes", async () => {
    const slack = await startSlack({ ackLimitMs: 50 });
    await start(slack);
    const asked = await slack.command({ text: "a", command: "/other" });
    expect(asked.notice?.text).toContain("/other failed");
  });
});

describe("the real Bolt's own checks", () => {
  test("a wrong signature, a stale one and a changed body are refused with 401", async () => {
    const slack = await startSlack();
    await overHttp(slack);
    const body = "command=%2Froom&text=a";
    const stale = String(Math.floor(Date.now() / 1000) - 301);
    expect(await slack.deliver({ body, headers: { "x-slack-signature": "v0=00" } })).toMatchObject({
      status: 401,
    });
    expect(
      await slack.deliver({ body, headers: { "x-slack-request-timestamp": stale } }),
    ).toMatchObject({ status: 401 });
    expect(await slack.deliver({ body: "ssl_check=1", headers: {} })).toMatchObject({
      status: 200,
    });
  });

  test("a form with a charset is not read", async () => {
    const slack = await startSlack();
    await overHttp(slack);
    const contentType = "application/x-www-form-urlencoded;charset=UTF-8";
    expect(await slack.deliver({ body: "command=%2Froom", contentType })).toMatchObject({
      status: 400,
    });
  });

  test("an app token that is wrong stops the start", async () => {
    const slack = await startSlack({ appToken: "xapp-another" });
    await expect(overSocket(slack)).rejects.toThrow("invalid_auth");
  });
});

describe("the real Bolt's connections", () => {
  test("two receivers share the commands", async () => {
    const slack = await startSlack();
    await overSocket(slack);
    await overSocket(slack);
    expect(slack.sockets).toBe(2);
    for (let count = 0; count < 4; count += 1) {
      expect(await (await slack.command({ text: "a" })).settled()).toHaveLength(1);
    }
  });

  test.each(["refreshSockets", "dropSockets"] as const)("come back after %s", async (fault) => {
    const slack = await startSlack();
    await overSocket(slack);
    slack.fault[fault]();
    expect(slack.sockets).toBe(0);
    await expect.poll(() => slack.sockets, { timeout: 5000 }).toBe(1);
    expect(await (await slack.command({ text: "a" })).settled()).toHaveLength(1);
  });
});
