import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { BOT_USER, places } from "../../../simulator/slack/seed.ts";
import { endings, faultStage } from "../../support/fault-stage.ts";
import { readLog } from "../../support/log-lines.ts";
import { roomCommandForm, signatureHeaders } from "../../support/raw-command.ts";
import { once, shuffle } from "../../support/shuffled.ts";
import { modes, type Stage } from "../../support/stage.ts";

const some = { mentions: 30, alerts: 20, links: 15, steps: 15, homes: 10 };

const flawsIn = ({ log }: Stage) =>
  readLog(log)
    .map(({ flaw }) => flaw)
    .filter((flaw) => flaw !== undefined);

/** The bot is well: it answers the next command as if nothing had been. */
async function expectWell({ slack }: Stage): Promise<void> {
  const [card] = await (await slack.command({ text: "live-room" })).settled(1, 15_000);
  expect(card?.text).toContain("Friday night karaoke");
}

const commandFor = (stage: Stage): string =>
  roomCommandForm("quiet-room", `${stage.slack.url}/commands/T/1/none`);

describe.concurrent("deliveries", () => {
  it("a command is delivered three times", async () => {
    for (const mode of modes) {
      // oxlint-disable-next-line no-await-in-loop -- both ways, each with a bot of its own
      const stage = await faultStage(mode);
      stage.slack.fault.repeatDelivery(2);
      // oxlint-disable-next-line no-await-in-loop -- see above
      const interaction = await stage.slack.command({ text: "quiet-room" });
      // oxlint-disable-next-line no-await-in-loop -- see above
      await interaction.settled(1, 15_000);
      // oxlint-disable-next-line no-await-in-loop -- what a copy would do, it does before the stop ends
      await stage.stopBot();
      expect(interaction.posts).toHaveLength(1);
      expect(stage.tencent.stats().queries).toBe(1);
    }
  });

  it("an event comes again after it was handled", async () => {
    const stage = await faultStage("http");
    const { slack } = stage;
    const said = await slack.say({ channel: places.support, text: `<@${BOT_USER}> live-room` });
    await slack.waitForMessages(({ user }) => user === BOT_USER);
    for (const { payload } of said.events) {
      const body = JSON.stringify(payload);
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { status } = await slack.deliver({ body, contentType: "application/json" });
      expect(status).toBe(200);
    }
    await stage.stopBot();
    expect(slack.workspace.messages.filter(({ user }) => user === BOT_USER)).toHaveLength(1);
  });

  it("a request comes ten minutes late", async () => {
    const stage = await faultStage("http");
    const body = commandFor(stage);
    const headers = signatureHeaders(body, { ahead: -600 });
    expect(await stage.slack.deliver({ body, headers })).toMatchObject({ status: 401 });
    expect(flawsIn(stage)).toEqual(["stale"]);
    expect(stage.tencent.stats().queries).toBe(0);
    await expectWell(stage);
  });

  it("this machine's clock is ten minutes off for Slack", async () => {
    const stage = await faultStage("http", { slack: { now: () => Date.now() + 600_000 } });
    const refused = await stage.slack.command({ text: "live-room" });
    // Slack shows its own line; the log names the clock.
    expect(refused.notice?.text).toContain("http_client_error");
    expect(flawsIn(stage)).toEqual(["from-the-future"]);
    // In Socket Mode Slack signs nothing, and the clock is no matter.
    const other = await faultStage("socket", { slack: { now: () => Date.now() + 600_000 } });
    await expectWell(other);
  });

  it("a request is not signed by Slack", async () => {
    const stage = await faultStage("http");
    const body = commandFor(stage);
    const headers = signatureHeaders(body, { secret: "somebody else's" });
    expect(await stage.slack.deliver({ body, headers })).toMatchObject({ status: 401 });
    expect(flawsIn(stage)).toEqual(["wrong"]);
    await expectWell(stage);
  });

  it("a request's body is JSON without content", async () => {
    const stage = await faultStage("http");
    for (const body of ["null", "[]", '"text"', "1", "{no"]) {
      // oxlint-disable-next-line no-await-in-loop -- each alone, to see which one does harm
      const answer = await stage.slack.deliver({ body, contentType: "application/json" });
      expect(answer.status).toBe(400);
    }
    await expectWell(stage);
  });

  it("a request's body is far too long", async () => {
    const stage = await faultStage("http", { figures: { requestBodyLimit: 4_096 } });
    const body = `${commandFor(stage)}&pad=`.padEnd(8_000, "x");
    expect(await stage.slack.deliver({ body })).toMatchObject({ status: 413 });
    expect(stage.tencent.stats().queries).toBe(0);
    await expectWell(stage);
  });

  it("a request breaks off in its body", async () => {
    const stage = await faultStage("http");
    const body = commandFor(stage);
    const head = Object.entries({
      host: "127.0.0.1",
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(body.length),
      ...signatureHeaders(body),
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    const socket = connect(Number(new URL(stage.botUrl).port), "127.0.0.1");
    const request = `POST /slack/events HTTP/1.1\r\n${head.join("")}\r\n${body.slice(0, 20)}`;
    await new Promise((resolve) => socket.write(request, resolve));
    socket.resetAndDestroy();
    await expectWell(stage);
    expect(await endings(stage)).toHaveLength(1);
    expect(stage.tencent.stats().byRoom.get("quiet-room")).toBeUndefined();
  });
});

// Alone: hundreds of deliveries, each to be acknowledged in time.
it("events are delivered four times, in another order", { timeout: 60_000 }, async () => {
  for (const mode of modes) {
    // oxlint-disable-next-line no-await-in-loop -- side by side they would only be slower
    expect(await shuffle(mode, some)).toEqual(once(some));
  }
});
