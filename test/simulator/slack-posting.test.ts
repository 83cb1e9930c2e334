import { describe, expect, test } from "vitest";
import { people, places } from "../../simulator/slack/seed.ts";
import { callApi, section, startSlack } from "./slack-fixture.ts";

async function refusal(
  method: string,
  args: Record<string, unknown>,
  token?: string,
): Promise<unknown> {
  const slack = await startSlack();
  const { status, json } = await callApi(slack, method, args, token);
  expect(status).toBe(200);
  expect(json["ok"]).toBe(false);
  return json["error"];
}

describe("where the bot may post", () => {
  test.each([
    [places.support, "ok"],
    [places.backstage, "ok"],
    [places.botDm, "ok"],
    [people.colleague, "ok"],
    [places.lobby, "not_in_channel"],
    [places.board, "channel_not_found"],
    [places.peopleDm, "channel_not_found"],
    ["C0NOWHERE01", "channel_not_found"],
    [undefined, "channel_not_found"],
  ])("a post to %s: %s", async (channel, outcome) => {
    const slack = await startSlack();
    await callApi(slack, "chat.postMessage", { channel, text: "a" });
    expect(slack.calls).toMatchObject([{ method: "chat.postMessage", status: 200, outcome }]);
  });

  test("an ephemeral post to somebody who isn't there is refused with user_not_in_channel", async () => {
    const args = { channel: places.backstage, user: people.guest, text: "a" };
    expect(await refusal("chat.postEphemeral", args)).toBe("user_not_in_channel");
  });

  test("an ephemeral post into a thread without replies is taken and seen by nobody", async () => {
    const slack = await startSlack();
    const { channel, ts } = slack.workspace.post({
      channel: places.support,
      user: people.asker,
      via: "user",
      text: "alert",
    });
    const args = { channel, user: people.asker, text: "a", thread_ts: ts };
    expect((await callApi(slack, "chat.postEphemeral", args)).json).toMatchObject({ ok: true });
    await callApi(slack, "chat.postMessage", { channel, text: "reply", thread_ts: ts });
    await callApi(slack, "chat.postEphemeral", args);
    expect(slack.workspace.messages.map(({ seen }) => seen)).toEqual([true, false, true, true]);
  });
});

function post(args: Record<string, unknown>): Promise<unknown> {
  return refusal("chat.postMessage", { channel: places.support, ...args });
}

describe("what may be posted", () => {
  test("nothing is refused with no_text", async () => {
    expect(await post({})).toBe("no_text");
    expect(await post({ text: "", blocks: [] })).toBe("no_text");
  });

  test("blocks that are none are refused with invalid_blocks_format", async () => {
    expect(await post({ text: "a", blocks: "not JSON" })).toBe("invalid_blocks_format");
    expect(await post({ text: "a", blocks: ["a"] })).toBe("invalid_blocks_format");
  });

  test("too much text is refused, alone and together with blocks", async () => {
    expect(await post({ text: "a".repeat(12_001) })).toBe("msg_too_long");
    const blocks = Array.from({ length: 5 }, () => section("a".repeat(3000)));
    expect(await post({ text: "a", blocks })).toBe("msg_blocks_too_long");
  });

  test("a thread that is no ts is refused with invalid_thread_ts", async () => {
    expect(await post({ text: "a", thread_ts: "yesterday" })).toBe("invalid_thread_ts");
  });

  test("invalid blocks are refused with invalid_blocks and what is wrong where", async () => {
    const slack = await startSlack();
    const blocks = [section("")];
    const { json } = await callApi(slack, "chat.postMessage", {
      channel: places.support,
      text: "a",
      blocks,
    });
    const wrong = "must be more than 0 characters [json-pointer:/blocks/0/text/text]";
    expect(json).toMatchObject({
      ok: false,
      error: "invalid_blocks",
      errors: [wrong],
      response_metadata: { messages: [`[ERROR] ${wrong}`] },
    });
  });
});

describe("one post a second in a channel", () => {
  test("a small burst goes through, then ratelimited with Retry-After, by channel", async () => {
    let time = Date.now();
    const slack = await startSlack({ now: () => time });
    const postIn = (channel: string) => callApi(slack, "chat.postMessage", { channel, text: "a" });
    for (let count = 1; count <= 4; count += 1)
      expect((await postIn(places.support)).status).toBe(200);
    expect(await postIn(places.support)).toMatchObject({
      status: 429,
      retryAfter: "1",
      json: { ok: false, error: "ratelimited" },
    });
    expect((await postIn(places.backstage)).status).toBe(200);
    time += 1000;
    expect((await postIn(places.support)).status).toBe(200);
    expect((await postIn(places.support)).status).toBe(429);
    expect(slack.calls.at(-1)).toMatchObject({
      status: 429,
      outcome: "ratelimited",
      retryAfter: 1,
    });
  });
});
