import { describe, expect, test } from "vitest";
import type { Message } from "../../simulator/slack/messages.ts";
import { people, places } from "../../simulator/slack/seed.ts";
import { callApi, section, startSlack } from "./slack-fixture.ts";

async function startWithPost() {
  const slack = await startSlack();
  const { json } = await callApi(slack, "chat.postMessage", {
    channel: places.support,
    text: "before",
    blocks: [section("before")],
  });
  const where = { channel: places.support, ts: json["ts"] };
  return { slack, where, message: slack.workspace.messages[0] as Message };
}

describe("changing what was posted", () => {
  test("chat.update keeps blocks that are left out, and an empty list takes them away", async () => {
    const { slack, where, message } = await startWithPost();
    expect((await callApi(slack, "chat.update", { ...where, text: "after" })).json["ok"]).toBe(
      true,
    );
    expect(message).toMatchObject({
      text: "after",
      blocks: [section("before")],
      edits: [{ text: "before" }],
    });
    await callApi(slack, "chat.update", { ...where, text: "after", blocks: [] });
    expect(message.blocks).toEqual([]);
  });

  test("chat.delete deletes once", async () => {
    const { slack, where, message } = await startWithPost();
    expect((await callApi(slack, "chat.delete", where)).json["ok"]).toBe(true);
    expect(message.deleted).toBe(true);
    expect((await callApi(slack, "chat.delete", where)).json["error"]).toBe("message_not_found");
  });

  test("other people's messages are refused, ephemeral ones are not found", async () => {
    const { slack } = await startWithPost();
    const { channel, ts } = slack.workspace.post({
      channel: places.support,
      user: people.asker,
      via: "user",
      text: "mine",
    });
    expect((await callApi(slack, "chat.update", { channel, ts, text: "a" })).json["error"]).toBe(
      "cant_update_message",
    );
    expect((await callApi(slack, "chat.delete", { channel, ts })).json["error"]).toBe(
      "cant_delete_message",
    );
    const { json } = await callApi(slack, "chat.postEphemeral", {
      channel,
      user: people.asker,
      text: "a",
    });
    const ephemeral = { channel, ts: json["message_ts"], text: "b" };
    expect((await callApi(slack, "chat.update", ephemeral)).json["error"]).toBe(
      "message_not_found",
    );
  });

  test("no two messages have the same ts", async () => {
    const time = Date.now();
    const slack = await startSlack({ now: () => time });
    for (let count = 0; count < 3; count += 1) {
      slack.workspace.post({ channel: places.support, user: people.asker, via: "user", text: "a" });
    }
    expect(new Set(slack.workspace.messages.map(({ ts }) => ts)).size).toBe(3);
    expect(slack.workspace.messages[0]?.ts).toMatch(/^\d{10}\.\d{6}$/u);
  });
});
