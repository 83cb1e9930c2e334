import { describe, expect, test } from "vitest";
import type { Message } from "../../simulator/slack/messages.ts";
import { people, places } from "../../simulator/slack/seed.ts";
import type { SlackSimulator } from "../../simulator/slack/server.ts";
import {
  buttons,
  callApi,
  postTo,
  responseUrlOf,
  section,
  startBot,
  startSlack,
} from "./slack-fixture.ts";

/** A message with a button, posted by the bot; and the press of that button. */
async function startWithPress(message: Record<string, unknown>) {
  const slack = await startSlack();
  await startBot(slack);
  const asked = await slack.command({ text: "lobby" });
  const url = responseUrlOf(asked);
  await postTo(url, { text: "before", blocks: [buttons("again")], ...message });
  const [card] = await asked.settled();
  const pressed = await slack.press(card as Message, "again");
  return { slack, card: card as Message, pressed, url: responseUrlOf(pressed) };
}

function shown(slack: SlackSimulator): string[] {
  return slack.workspace.messages
    .filter((message) => !message.deleted)
    .map((message) => `${message.visibility}: ${message.text}`);
}

describe("the response URL of a button", () => {
  test("replaces the ephemeral message it sits in", async () => {
    const { slack, card, pressed, url } = await startWithPress({});
    await postTo(url, { text: "after", replace_original: true });
    expect(await pressed.settled()).toEqual([card]);
    expect(shown(slack)).toEqual(["ephemeral: after"]);
    expect(card.edits).toMatchObject([{ text: "before" }]);
    expect(card.blocks).toEqual([]);
  });

  test("replaces a public message for everyone", async () => {
    const { slack, url } = await startWithPress({ response_type: "in_channel" });
    await postTo(url, { text: "after", replace_original: "true" });
    expect(shown(slack)).toEqual(["in_channel: after"]);
  });

  test("cannot make an ephemeral message public by replacing it", async () => {
    const { slack, card, url } = await startWithPress({});
    await postTo(url, { text: "after", replace_original: true, response_type: "in_channel" });
    expect(shown(slack)).toEqual(["ephemeral: after"]);
    expect(card.ephemeralTo).toBe(people.asker);
  });

  test("replaces where replace_original is left out", async () => {
    const { slack, url } = await startWithPress({});
    await postTo(url, { text: "after" });
    expect(shown(slack)).toEqual(["ephemeral: after"]);
  });

  test("posts beside the message when told not to replace it", async () => {
    const { slack, url } = await startWithPress({});
    await postTo(url, { text: "shared", replace_original: false, response_type: "in_channel" });
    expect(shown(slack)).toEqual(["ephemeral: before", "in_channel: shared"]);
  });

  test("deletes the message, after which there is nothing to replace", async () => {
    const { slack, card, pressed, url } = await startWithPress({});
    await postTo(url, { delete_original: true });
    expect(pressed.posts).toMatchObject([{ action: "deleted", message: { deleted: true } }]);
    expect(shown(slack)).toEqual([]);
    expect(await postTo(url, { text: "a" })).toMatchObject({
      status: 404,
      json: { error: "message_not_found" },
    });
    await expect(slack.press(card, "again")).rejects.toThrow("was deleted");
  });

  test("is good for 5 posts too", async () => {
    const { url } = await startWithPress({});
    for (let post = 1; post <= 5; post += 1) await postTo(url, { text: "a" });
    expect(await postTo(url, { text: "a" })).toMatchObject({ json: { error: "used_url" } });
  });
});

describe("pressing buttons", () => {
  test("an ephemeral message's payload carries no message", async () => {
    const { card, pressed } = await startWithPress({});
    expect(pressed.payload).not.toHaveProperty("message");
    expect(pressed.payload).toMatchObject({
      type: "block_actions",
      container: {
        type: "message",
        message_ts: card.ts,
        channel_id: places.support,
        is_ephemeral: true,
      },
      actions: [{ action_id: "again", value: "value of again", type: "button" }],
    });
  });

  test("a public message's payload carries the message as Slack holds it", async () => {
    const { card, pressed } = await startWithPress({ response_type: "in_channel" });
    expect(pressed.payload).toMatchObject({
      container: { is_ephemeral: false },
      message: { ts: card.ts, text: "before", blocks: card.blocks },
    });
    expect(card.blocks[0]).toHaveProperty("block_id");
    expect(card.raw["blocks"]).toEqual([buttons("again")]);
  });

  test("a button that isn't there, or that the user can't see, is a mistake of the test", async () => {
    const { slack, card } = await startWithPress({});
    await expect(slack.press(card, /share/u)).rejects.toThrow("there are: again");
    await expect(slack.press(card, "again", { user: people.colleague })).rejects.toThrow(
      "cannot see",
    );
  });

  test("IDs that the app left out are made up", async () => {
    const slack = await startSlack();
    await startBot(slack);
    const press = { type: "button", text: { type: "plain_text", text: "Press" } };
    const blocks = [{ ...section("a"), accessory: press }];
    await callApi(slack, "chat.postMessage", { channel: places.support, blocks });
    const pressed = await slack.press(slack.workspace.messages[0] as Message, /./u);
    expect(pressed.payload).toMatchObject({
      actions: [{ action_id: expect.stringMatching(/^.{5}$/u) as string }],
    });
  });
});
