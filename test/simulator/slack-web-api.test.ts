import { describe, expect, test } from "vitest";
import { BOT_USER, people, places } from "../../simulator/slack/seed.ts";
import {
  APP_TOKEN,
  BOT_TOKEN,
  callApi,
  postTo,
  section,
  startBot,
  startSlack,
} from "./slack-fixture.ts";

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

describe("who calls, and what", () => {
  test("auth.test tells who the bot is", async () => {
    const slack = await startSlack();
    const { json } = await callApi(slack, "auth.test");
    expect(json).toMatchObject({ ok: true, user_id: BOT_USER, team_id: slack.workspace.team.id });
  });

  test("an unknown method is refused with unknown_method", async () => {
    expect(await refusal("chat.shout", {})).toBe("unknown_method");
  });

  test("no token is refused with not_authed, also one inside JSON", async () => {
    expect(await refusal("auth.test", { token: BOT_TOKEN }, "")).toBe("not_authed");
  });

  test("another token is refused with invalid_auth", async () => {
    expect(await refusal("auth.test", {}, "xoxb-of-somebody-else")).toBe("invalid_auth");
    expect(await refusal("chat.postMessage", {}, APP_TOKEN)).toBe("invalid_auth");
    expect(await refusal("apps.connections.open", {}, BOT_TOKEN)).toBe("invalid_auth");
  });

  test("a form may carry the token, and blocks as JSON text", async () => {
    const slack = await startSlack();
    const form = new URLSearchParams({
      token: BOT_TOKEN,
      channel: places.support,
      blocks: JSON.stringify([section("a")]),
    });
    const type = "application/x-www-form-urlencoded";
    const answer = await postTo(`${slack.apiUrl}chat.postMessage`, form.toString(), type);
    expect(answer.json).toMatchObject({ ok: true });
    expect(slack.workspace.messages).toMatchObject([{ blocks: [section("a")] }]);
    expect(slack.calls[0]?.args).not.toHaveProperty("token");
  });

  test.each([
    ["invalid_json", "{", "application/json"],
    ["json_not_object", "[]", "application/json"],
    ["invalid_post_type", "<a/>", "application/xml"],
  ])("a body of another kind is refused with %s", async (error, body, type) => {
    const slack = await startSlack();
    expect((await postTo(`${slack.apiUrl}auth.test`, body, type)).json).toEqual({
      ok: false,
      error,
    });
  });

  test("GET is refused", async () => {
    const slack = await startSlack();
    expect((await fetch(`${slack.apiUrl}auth.test`)).status).toBe(405);
  });
});

describe("looking things up", () => {
  test("conversations.info tells members whether a channel is shared, and hides private ones", async () => {
    const slack = await startSlack();
    const info = async (channel: string) =>
      (await callApi(slack, "conversations.info", { channel })).json;
    expect(await info(places.shared)).toMatchObject({
      channel: { is_ext_shared: true, is_member: true },
    });
    expect(await info(places.support)).toMatchObject({
      channel: { is_ext_shared: false, name: "support" },
    });
    expect((await info(places.lobby))["channel"]).not.toHaveProperty("is_ext_shared");
    expect(await info(places.botDm)).toMatchObject({
      channel: { is_im: true, user: people.asker },
    });
    expect(await info(places.board)).toMatchObject({ error: "channel_not_found" });
  });

  test("users.info tells guests and strangers apart", async () => {
    const slack = await startSlack();
    const info = async (user: string) => (await callApi(slack, "users.info", { user })).json;
    expect(await info(people.guest)).toMatchObject({ user: { is_ultra_restricted: true } });
    expect(await info(people.partner)).toMatchObject({
      user: { is_stranger: true, team_id: "T0PARTNERCO" },
    });
    expect(await info("U0NOBODY")).toMatchObject({ error: "user_not_found" });
  });
});

describe("opening a modal", () => {
  const view = { type: "modal", title: { type: "plain_text", text: "Look up a room" }, blocks: [] };

  async function startWithTrigger() {
    let time = Date.now();
    const slack = await startSlack({ now: () => time });
    await startBot(slack);
    const { payload } = await slack.shortcut("look_up_room");
    const open = async (more: Record<string, unknown> = {}) =>
      (await callApi(slack, "views.open", { trigger_id: payload["trigger_id"], view, ...more }))
        .json;
    return { slack, open, later: (ms: number) => (time += ms) };
  }

  test("works within 3 seconds, once", async () => {
    const { slack, open, later } = await startWithTrigger();
    later(3000);
    expect(await open()).toMatchObject({ ok: true });
    expect(slack.workspace.views).toMatchObject([{ user: people.asker, content: view }]);
    expect(await open()).toMatchObject({ error: "exchanged_trigger_id" });
  });

  test("is refused later with expired_trigger_id, and for a made-up trigger", async () => {
    const { open, later } = await startWithTrigger();
    later(3001);
    expect(await open()).toMatchObject({ error: "expired_trigger_id" });
    expect(await open({ trigger_id: "1.2.3" })).toMatchObject({ error: "invalid_trigger_id" });
  });

  test("is refused for a title of 25 characters", async () => {
    const { open } = await startWithTrigger();
    const wrong = { ...view, title: { type: "plain_text", text: "a".repeat(25) } };
    expect(await open({ view: wrong })).toMatchObject({ error: "invalid_arguments" });
  });
});
