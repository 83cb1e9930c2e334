import { Server } from "node:http";
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from "@slack/bolt";
import type { Logger, Receiver } from "@slack/bolt";
import { describe, expect, onTestFinished, test } from "vitest";
import { BOT_USER, people, places } from "../../simulator/slack/seed.ts";
import { EVERY_EVENT } from "../../simulator/slack/scopes.ts";
import type { SlackSimulator } from "../../simulator/slack/server.ts";
import type { View } from "../../simulator/slack/views/view.ts";
import { APP_TOKEN, BOT_TOKEN, section, SIGNING_SECRET, startSlack } from "./slack-fixture.ts";
import { plain } from "./slack-pieces.ts";

const logger: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

const channel = places.support;
const url = "https://console.example/rooms/live-1";
const modal = {
  type: "modal" as const,
  callback_id: "look_up",
  title: { type: "plain_text" as const, text: "Rooms" },
  submit: { type: "plain_text" as const, text: "Look up" },
  blocks: [
    {
      type: "input" as const,
      block_id: "room",
      label: { type: "plain_text" as const, text: "Room ID" },
      element: { type: "plain_text_input" as const, action_id: "id" },
    },
  ],
};

/** A bot on the real package that answers every way in. */
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
  app.message(/live-/u, async ({ message, client }) => {
    const { ts } = message;
    await client.chat.postMessage({ channel, thread_ts: ts, text: "card" });
  });
  app.event("link_shared", async ({ event, client }) => {
    const { channel: place, message_ts: ts, links } = event;
    const unfurls = Object.fromEntries(links.map((link) => [link.url, { blocks: [section("a")] }]));
    await client.chat.unfurl({ channel: place, ts, unfurls });
  });
  app.event("app_home_opened", async ({ event, client }) => {
    const view = { type: "home" as const, blocks: [section("My rooms")] };
    await client.views.publish({ user_id: event.user, view });
  });
  app.function("look_up_room", async ({ inputs, complete }) => {
    await complete({ outputs: { name: `room ${String(inputs["room_id"])}` } });
  });
  app.shortcut("look_up_room", async ({ ack, client, shortcut }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: modal });
  });
  app.view("look_up", async ({ ack, view }) => {
    const id = view.state.values["room"]?.["id"]?.value ?? "";
    if (id.startsWith("live-")) await ack();
    else await ack({ response_action: "errors", errors: { room: "No such room." } });
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

async function overSocket(slack: SlackSimulator): Promise<void> {
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const installerOptions = { clientOptions };
  const receiver = new SocketModeReceiver({ appToken: APP_TOKEN, logger, installerOptions });
  await (await createApp(slack, receiver)).start();
}

describe.each([
  ["HTTP", overHttp],
  ["Socket Mode", overSocket],
])("the real Bolt over %s", (_name, start) => {
  async function startWithBolt() {
    const slack = await startSlack({
      events: EVERY_EVENT,
      unfurlDomains: ["console.example"],
      steps: [
        {
          callbackId: "look_up_room",
          title: "Look up a room",
          inputs: { room_id: { type: "string", isRequired: true } },
          outputs: { name: { type: "string" } },
        },
      ],
    });
    await start(slack);
    return slack;
  }

  test("answers a webhook's alert in its thread, and not its own answer", async () => {
    const slack = await startWithBolt();
    const bot = { id: "B0ALERTHOOK", name: "Alerts", webhook: true } as const;
    const { message, events } = await slack.say({ channel, bot, text: "room live-1 is silent" });
    expect(events).toMatchObject([{ ack: { ok: true } }]);
    const cards = await slack.waitForMessages(({ text }) => text === "card");
    expect(cards).toMatchObject([{ threadTs: message.ts, user: BOT_USER }]);
  });

  test("unfurls a link", async () => {
    const slack = await startWithBolt();
    const { message } = await slack.say({ channel, text: url });
    await expect.poll(() => message.attachments).toMatchObject([{ from_url: url }]);
  });

  test("publishes the Home tab", async () => {
    const slack = await startWithBolt();
    await slack.openHome(people.asker);
    await expect.poll(() => slack.workspace.homes.get(people.asker)?.blocks).toHaveLength(1);
  });

  test("completes a workflow step with the step's token", async () => {
    const slack = await startWithBolt();
    const run = await slack.runStep("look_up_room", { room_id: "live-1" });
    expect(await run.settled()).toMatchObject({ outputs: { name: "room live-1" } });
    expect(slack.calls.at(-1)).toMatchObject({
      method: "functions.completeSuccess",
      outcome: "ok",
    });
  });

  test("opens a modal, shows an error in it, and closes it", async () => {
    const slack = await startWithBolt();
    await slack.shortcut("look_up_room");
    await expect
      .poll(() => slack.workspace.views)
      .toMatchObject([{ content: { title: plain("Rooms") } }]);
    const view = slack.workspace.views[0] as View;
    expect(await slack.submitView(people.asker, view.id, { id: "guess" })).toMatchObject({
      errors: { room: "No such room." },
      view: { isOpen: true },
    });
    expect(await slack.submitView(people.asker, view.id, { id: "live-1" })).toMatchObject({
      errors: {},
      notice: undefined,
      view: { isOpen: false },
    });
  });
});
