import { describe, expect, test } from "vitest";
import { BOT_USER, groups, people, places } from "../../simulator/slack/seed.ts";
import { startListening } from "./slack-events-fixture.ts";
import { callApi } from "./slack-fixture.ts";

const { support: channel, backstage, botDm } = places;

describe("without its scope", () => {
  test.each<[string, Record<string, unknown>, string]>([
    ["chat.postMessage", { channel, text: "a" }, "chat:write"],
    ["chat.postEphemeral", { channel, user: people.asker, text: "a" }, "chat:write"],
    ["chat.update", { channel, ts: "1.2", text: "a" }, "chat:write"],
    ["chat.delete", { channel, ts: "1.2" }, "chat:write"],
    ["chat.unfurl", { channel, ts: "1.2", unfurls: {} }, "links:write"],
    ["conversations.info", { channel }, "channels:read"],
    ["conversations.info", { channel: backstage }, "groups:read"],
    ["conversations.info", { channel: botDm }, "im:read"],
    ["conversations.replies", { channel, ts: "1.2" }, "channels:history"],
    ["conversations.replies", { channel: backstage, ts: "1.2" }, "groups:history"],
    ["conversations.history", { channel: botDm }, "im:history"],
    ["users.info", { user: people.asker }, "users:read"],
    ["usergroups.users.list", { usergroup: groups.oncall }, "usergroups:read"],
  ])("%s of %o is refused with missing_scope: %s", async (method, args, needed) => {
    const { slack } = await startListening({ scopes: ["commands", "app_mentions:read"] });
    expect((await callApi(slack, method, args)).json).toEqual({
      ok: false,
      error: "missing_scope",
      needed,
      provided: "commands,app_mentions:read",
    });
    const granted = await startListening({ scopes: [needed] });
    expect(await granted.outcome(method, args)).not.toBe("missing_scope");
  });

  test.each([
    ["auth.test", {}],
    ["views.publish", { user_id: people.asker, view: { type: "home", blocks: [] } }],
  ])("%s works: it needs none", async (method, args) => {
    const { outcome } = await startListening({ scopes: [] });
    expect(await outcome(method, args)).toBe("ok");
  });

  test("an event is not sent", async () => {
    const { slack, kinds } = await startListening({
      scopes: ["app_mentions:read", "groups:history"],
      unfurlDomains: ["console.example"],
    });
    const text = `<@${BOT_USER}> https://console.example/live-1`;
    await slack.say({ channel, text });
    await slack.say({ channel: backstage, text: "a" });
    await slack.say({ channel: botDm, text });
    await slack.openHome(people.asker);
    expect(kinds()).toEqual(["app_mention", "message", "app_home_opened"]);
  });

  test("commands and shortcuts are not there", async () => {
    const { slack } = await startListening({ scopes: [] });
    await expect(slack.command({ text: "a" })).rejects.toThrow("no scope commands");
    await expect(slack.shortcut("a")).rejects.toThrow("no scope commands");
  });
});

describe("looking people up", () => {
  test("users.info marks a deactivated account", async () => {
    const { slack } = await startListening();
    const info = async (user: string) => (await callApi(slack, "users.info", { user })).json;
    expect(await info(people.leaver)).toMatchObject({ user: { deleted: true } });
    expect(await info(people.asker)).toMatchObject({ user: { deleted: false } });
  });

  test("usergroups.users.list gives a group's people; an unknown one is no_such_subteam", async () => {
    const { slack } = await startListening();
    const users = async (usergroup: string) =>
      (await callApi(slack, "usergroups.users.list", { usergroup })).json;
    expect(await users(groups.oncall)).toMatchObject({ users: [people.colleague] });
    expect(await users("S0NOBODY")).toMatchObject({ error: "no_such_subteam" });
  });
});
