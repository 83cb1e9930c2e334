import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Interaction } from "../../simulator/slack/interactions.ts";
import type { Fault } from "../../simulator/tencent/weather.ts";
import { overhear, type Overheard } from "../support/overheard.ts";
import { roomCommandForm, signatureHeaders } from "../support/raw-command.ts";
import { modes, secrets, setStage, type Mode, type Stage } from "../support/stage.ts";

const tencentFaults: readonly Fault[] = [
  { kind: "hang" },
  { kind: "reset" },
  { kind: "cut" },
  { kind: "refuse-after-headers" },
  { kind: "http", status: 502 },
  { kind: "not-json" },
  { kind: "wrong-json" },
  { kind: "huge", bytes: 20_000 },
  { kind: "wrong-types" },
  { kind: "no-room-info" },
  { kind: "code", code: 70001, info: "run out" },
  { kind: "code", code: 70009 },
  { kind: "code", code: 60011 },
];

/** A whole run: every kind of fault and failure, at the level that writes most. */
async function run(mode: Mode, stage: Stage): Promise<Interaction[]> {
  const { slack, tencent } = stage;
  const done: Interaction[] = [];
  const settle = async (interaction: Interaction): Promise<void> => {
    done.push(interaction);
    await interaction.settled();
  };
  await Promise.all(
    tencentFaults.map(async (fault, index) => {
      tencent.rooms.create({ RoomId: `fault-${index}` });
      tencent.weather.setForRoom(`fault-${index}`, fault);
      await settle(await slack.command({ text: `fault-${index}` }));
    }),
  );
  const texts = ["live-room --share", "gone-room", "hostile-room", "error 70001", "räume", ""];
  await Promise.all(texts.map(async (text) => settle(await slack.command({ text }))));
  const shown = await slack.command({ text: "live-room" });
  const [card] = await shown.settled();
  if (card === undefined) throw new Error("no card came");
  await settle(await slack.press(card, "room_refresh"));

  const slackFaults = [
    { kind: "hang" },
    { kind: "reset" },
    { kind: "status", status: 500, body: `no way to ${slack.url}/commands/T/1/secret` },
    { kind: "error", error: "invalid_blocks" },
  ] as const;
  for (const fault of slackFaults) slack.fault.responseUrl(fault);
  const rooms = ["quiet-room", "hidden-room", "muted-room", "live-8821"];
  await Promise.all(rooms.map(async (text) => settle(await slack.command({ text }))));
  // Answers that never arrive.
  slack.fault.responseUrl({ kind: "error", error: "no_service" });
  done.push(await slack.command({ text: "quiet-room" }));
  // Somebody pastes what they should not, in the place of a room's ID.
  await settle(await slack.command({ text: `"${secrets.botToken.slice(0, 40)}"` }));
  await settle(await slack.command({ text: `"${secrets.signingSecret}"` }));

  if (mode === "http") {
    const body = roomCommandForm("live-room", `${slack.url}/commands/T/1/none`);
    await slack.deliver({ body, headers: signatureHeaders(body, { secret: "another" }) });
    await slack.deliver({ body: "{no", contentType: "application/json" });
    slack.fault.repeatDelivery(1);
    await settle(await slack.command({ text: "live-room" }));
  } else slack.fault.dropSockets();

  tencent.weather.set({ kind: "hang" });
  if (mode === "http") done.push(await slack.command({ text: "cut-short" }));
  await stage.stopBot();
  return done;
}

describe.each(modes)("a whole run over %s, faults and failures included", (mode) => {
  let stage: Stage;
  let heard: Overheard;
  let log: string;
  let posts: string;
  let responseUrls: readonly string[];

  beforeAll(async () => {
    heard = overhear();
    stage = await setStage(mode, {
      figures: {
        queryTimeoutMs: 200,
        shortestTryMs: 50,
        lookUpDeadlineMs: 2_000,
        slackPostTimeoutMs: 100,
        stopAnswersMs: 100,
        answerBodyLimit: 10_000,
      },
    });
    const done = await run(mode, stage);
    heard.stop();
    log = stage.log.join("\n");
    posts = JSON.stringify(stage.slack.workspace.messages.filter(({ botId }) => botId));
    responseUrls = done.map(({ payload }) => String(payload["response_url"]));
  }, 30_000);
  afterAll(() => stage.close());

  it("logs enough to have had the chance", () => {
    expect(log).toContain('"undelivered"');
    expect(log.match(/"outcome":"failed"/g)?.length).toBeGreaterThan(8);
    expect(heard.userSigs.size).toBe(stage.tencent.stats().sigsSeen);
    expect(heard.userSigs.size).toBeGreaterThan(0);
  });

  it.each(Object.entries(secrets))("logs nowhere the %s", (_, secret) => {
    expect(log).not.toContain(secret);
    // A part is worth nearly as much, and shows that something was cut instead of taken out.
    expect(log).not.toContain(secret.slice(0, 24));
  });

  it("logs no UserSig that was really sent, nor the beginning of one", () => {
    for (const userSig of heard.userSigs) {
      expect(log).not.toContain(userSig.slice(0, 16));
      expect(log).not.toContain(encodeURIComponent(userSig).slice(0, 16));
    }
    expect(log).not.toMatch(/usersig=(?!\[)/i);
  });

  it("logs no response_url, nor its part that nobody can guess", () => {
    expect(responseUrls.length).toBeGreaterThan(15);
    for (const url of responseUrls) {
      expect(log).not.toContain(new URL(url).pathname);
      expect(log).not.toContain(url.slice(url.lastIndexOf("/") + 1));
    }
  });

  it("logs no URL with a path or a query", () => {
    const urls = log.match(/\b(?:https?|wss?):\/\/[^\s"'\\]+/g) ?? [];
    expect(urls.filter((url) => !/^\w+:\/\/[^/?#]+(?:\/…)?[).,;]*$/.test(url))).toEqual([]);
    expect(log).not.toMatch(/v4\/live_engine|[?&](?:ticket|sdkappid|identifier)=/i);
  });

  it("shows no secret, UserSig or address of ours in any card", () => {
    const asked: readonly string[] = [secrets.botToken, secrets.signingSecret];
    for (const secret of Object.values(secrets).filter((one) => !asked.includes(one))) {
      expect(posts).not.toContain(secret);
    }
    for (const userSig of heard.userSigs) expect(posts).not.toContain(userSig);
    for (const url of responseUrls) expect(posts).not.toContain(new URL(url).pathname);
    expect(posts).not.toContain(stage.tencent.url);
    expect(posts).not.toMatch(/usersig|v4\/live_engine/i);
  });
});
