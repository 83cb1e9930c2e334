import { describe, expect, test } from "vitest";
import { BOT_ID, BOT_USER, people, places } from "../../simulator/slack/seed.ts";
import { startListening } from "./slack-events-fixture.ts";
import { callApi, postTo, responseUrlOf, section } from "./slack-fixture.ts";

const channel = places.support;
const grafana = { id: "B0GRAFANA01", name: "Grafana" };
const webhook = { id: "B0ALERTHOOK", name: "Alerts", webhook: true } as const;

describe("what is said where the bot is a member becomes a message event", () => {
  test.each([
    [places.support, "channel"],
    [places.backstage, "group"],
    [places.botDm, "im"],
  ])("in %s its channel_type is %s", async (place, type) => {
    const { slack, events } = await startListening();
    const { message } = await slack.say({ channel: place, text: "room live-123 is silent" });
    expect(events()).toEqual([
      expect.objectContaining({
        type: "message",
        channel: place,
        channel_type: type,
        user: people.asker,
        text: "room live-123 is silent",
        ts: message.ts,
        event_ts: message.ts,
        team: slack.workspace.team.id,
      }),
    ]);
    expect(events()[0]).not.toHaveProperty("subtype");
    expect(events()[0]).not.toHaveProperty("thread_ts");
  });

  test.each([places.lobby, places.board, places.peopleDm])(
    "nothing comes from %s, where the bot is not",
    async (place) => {
      const { slack, events } = await startListening();
      await slack.say({ channel: place, text: `<@${BOT_USER}> live-123` });
      expect(slack.workspace.messages).toHaveLength(1);
      expect(events()).toEqual([]);
    },
  );

  test("the envelope names the team and the bot, and each event has its own ID", async () => {
    const { slack, received } = await startListening();
    await slack.say({ channel, text: "a" });
    await slack.say({ channel: places.shared, text: "b", user: people.partner });
    const [one, two] = received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(one).toMatchObject({
      type: "event_callback",
      team_id: slack.workspace.team.id,
      api_app_id: slack.workspace.appId,
      event_id: expect.stringMatching(/^Ev/u) as string,
      event_time: expect.any(Number) as number,
      authorizations: [{ user_id: BOT_USER, is_bot: true }],
      is_ext_shared_channel: false,
    });
    expect(two).toMatchObject({
      is_ext_shared_channel: true,
      event: { team: "T0PARTNERCO", user_team: "T0PARTNERCO" },
    });
    expect(one?.["event_id"]).not.toBe(two?.["event_id"]);
  });

  test("a person's client adds rich text, and brackets around addresses", async () => {
    const { slack, events } = await startListening();
    await slack.say({ channel, text: "see https://a.example/x?a=1&b=2, <@U0COLLEAGUE>" });
    expect(events()).toMatchObject([
      {
        text: "see <https://a.example/x?a=1&amp;b=2>, <@U0COLLEAGUE>",
        blocks: [
          {
            type: "rich_text",
            elements: [
              {
                elements: [
                  { type: "text", text: "see " },
                  { type: "link", url: "https://a.example/x?a=1&b=2" },
                  { type: "text", text: ", " },
                  { type: "user", user_id: "U0COLLEAGUE" },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  test("people speak only where they are", async () => {
    const { slack } = await startListening();
    const text = "a";
    await expect(slack.say({ channel: places.board, user: people.guest, text })).rejects.toThrow(
      "is not in",
    );
    await expect(slack.say({ channel, thread: "1700000000.000100", text })).rejects.toThrow(
      "not the first message",
    );
  });
});

describe("without the Messages tab", () => {
  test("nobody writes to the app, and elsewhere everything is as it was", async () => {
    const { slack, events } = await startListening({ takesMessages: false });
    const { botDm, peopleDm } = places;
    const off = "Messages tab is off";
    await expect(slack.say({ channel: botDm, text: "live-123" })).rejects.toThrow(off);
    await expect(slack.command({ channel: botDm, text: "live-123" })).rejects.toThrow(off);
    await slack.say({ channel: peopleDm, text: "live-123" });
    await slack.command({ channel: peopleDm, text: "live-123" });
    expect(events()).toEqual([]);
  });
});

describe("who speaks", () => {
  test("an app's bot has a user, a bot_id and a profile, and no subtype", async () => {
    const { slack, events } = await startListening();
    const attachments = [{ color: "danger", fields: [{ title: "room", value: "live-123" }] }];
    await slack.say({ channel, bot: grafana, attachments });
    expect(events()).toMatchObject([
      {
        type: "message",
        text: "",
        user: "U0GRAFANA01",
        bot_id: grafana.id,
        app_id: "A0GRAFANA01",
        bot_profile: { id: grafana.id, name: "Grafana" },
        attachments,
      },
    ]);
    expect(events()[0]).not.toHaveProperty("subtype");
  });

  test("a classic webhook has the subtype bot_message, a username and no user", async () => {
    const { slack, events } = await startListening();
    await slack.say({ channel, bot: webhook, text: "live-123", blocks: [section("live-123")] });
    expect(events()).toMatchObject([
      { subtype: "bot_message", bot_id: webhook.id, username: "Alerts", text: "live-123" },
    ]);
    expect(events()[0]).not.toHaveProperty("user");
    expect(events()[0]).not.toHaveProperty("team");
  });

  test("files come with the subtype file_share", async () => {
    const { slack, events } = await startListening();
    await slack.say({ channel, text: "", files: [{ id: "F1", title: "room live-123" }] });
    expect(events()).toMatchObject([
      { subtype: "file_share", files: [{ title: "room live-123" }] },
    ]);
  });

  test("the bot hears itself: its posts, edits and deletions, but nothing ephemeral", async () => {
    const { slack, events, kinds } = await startListening();
    const { json } = await callApi(slack, "chat.postMessage", { channel, text: "a" });
    await callApi(slack, "chat.postEphemeral", { channel, user: people.asker, text: "b" });
    await callApi(slack, "chat.update", { channel, ts: json["ts"], text: "c" });
    await callApi(slack, "chat.delete", { channel, ts: json["ts"] });
    await expect
      .poll(kinds)
      .toEqual(["message", "message/message_changed", "message/message_deleted"]);
    expect(events()[0]).toMatchObject({ user: BOT_USER, bot_id: BOT_ID });
    // The event that Bolt's own guard against loops lets through: it names no user.
    expect(events()[1]).not.toHaveProperty("user");
  });

  test("a public answer through a response URL is heard as well", async () => {
    const { slack, kinds } = await startListening();
    const asked = await slack.command({ text: "live-123" });
    await postTo(responseUrlOf(asked), { text: "a", response_type: "in_channel" });
    await postTo(responseUrlOf(asked), { text: "b" });
    await expect.poll(kinds).toEqual(["message"]);
  });
});
