import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { BOT_USER, places } from "../../../simulator/slack/seed.ts";
import { botProcess } from "../../support/bot-process.ts";
import { answerTo } from "../../support/fault-stage.ts";
import { modes } from "../../support/stage.ts";

const patient = { timeout: 15_000 };
const fromBot = ({ user }: { readonly user: string }) => user === BOT_USER;
/** Besides the word that a look-up is under way. */
const isAnswer = ({ text }: { readonly text: string }) => text.includes("Name of");
const rooms = Array.from({ length: 20 }, (_, index) => `room-${index}`);

describe.concurrent("the end of the process", { timeout: 60_000 }, () => {
  it("SIGTERM with 20 commands in flight", async () => {
    for (const mode of modes) {
      // oxlint-disable-next-line no-await-in-loop -- both ways, each with a bot of its own
      const { slack, tencent, wayToTencent, program } = await botProcess(mode, {
        slack: { ackLimitMs: 15_000 },
      });
      for (const RoomId of rooms) {
        tencent.rooms.create({ RoomId, RoomName: `Name of ${RoomId}` });
      }
      wayToTencent.pause();
      // oxlint-disable-next-line no-await-in-loop -- see above
      const sent = await Promise.all(rooms.map((text) => slack.command({ text })));
      expect(sent.every(({ ack }) => ack.ok)).toBe(true);
      expect(sent.flatMap(({ messages }) => messages.filter(isAnswer))).toEqual([]);
      const started = performance.now();
      program.signal("SIGTERM");
      // oxlint-disable-next-line no-await-in-loop -- see above
      await program.written(/"stopping: answering what is in flight"/);
      wayToTencent.resume();
      // oxlint-disable-next-line no-await-in-loop -- see above
      expect(await program.ended).toBe(0);
      expect(performance.now() - started).toBeLessThan(10_000);
      for (const [index, { messages }] of sent.entries()) {
        expect(messages.at(-1)?.text).toContain(`Name of room-${index}`);
      }
      expect(program.err).toBe("");
    }
  });

  it("SIGKILL with a command in flight", async () => {
    const { slack, tencent, program, start } = await botProcess("http");
    tencent.weather.setForRoom("live-room", { kind: "slow", ms: 500 });
    const asked = await slack.command({ text: "live-room" });
    const { message: root } = await slack.say({
      channel: places.support,
      text: `<@${BOT_USER}> live-room`,
    });
    await vi.waitFor(() => expect(tencent.stats().queries).toBe(1), patient);
    program.signal("SIGKILL");
    expect(await program.ended).toBe("SIGKILL");
    await wait(700);
    // Slack has its acknowledgement and sends nothing again.
    expect(asked.messages).toEqual([]);
    tencent.weather.setForRoom("live-room", null);
    const { program: second } = await start();
    expect((await asked.settled(1, 10_000))[0]?.text).toContain("Friday night karaoke");
    const inThread = () => slack.workspace.replies(places.support, root.ts).filter(fromBot);
    await vi.waitFor(() => expect(inThread()[0]?.text).toContain("Friday night karaoke"), patient);
    second.signal("SIGTERM");
    expect(await second.ended).toBe(0);
    // And what is answered is not taken up by the next.
    await start();
    await wait(500);
    expect(asked.messages).toHaveLength(1);
    expect(inThread()).toHaveLength(1);
  });

  it("SIGKILL with a command in flight, where nothing is kept", async () => {
    const { slack, tencent, program, start } = await botProcess("http", {
      environment: { DATA_DIR: "none" },
    });
    tencent.weather.setForRoom("live-room", { kind: "slow", ms: 500 });
    const lost = await slack.command({ text: "live-room" });
    await vi.waitFor(() => expect(tencent.stats().queries).toBe(1), patient);
    program.signal("SIGKILL");
    expect(await program.ended).toBe("SIGKILL");
    await start();
    await wait(700);
    // This one is lost, its asker asks again.
    expect(lost.messages).toEqual([]);
    tencent.weather.setForRoom("live-room", null);
    expect((await answerTo(slack, "live-room")).words).toContain("Friday night karaoke");
  });

  it("somebody mentions the bot while it is down", async () => {
    const { slack, program, start } = await botProcess("http", {
      slack: { eventRetryDelaysMs: [6_000, 6_000, 6_000] },
    });
    program.signal("SIGKILL");
    await program.ended;
    const said = slack.say({ channel: places.support, text: `<@${BOT_USER}> live-room` });
    const { program: second } = await start();
    await said;
    const [card] = await slack.waitForMessages(fromBot, 30_000);
    expect(card?.text).toContain("Friday night karaoke");
    second.signal("SIGTERM");
    await second.ended;
    expect(slack.workspace.messages.filter(fromBot)).toHaveLength(1);
  });

  it("Slack does not know the app token any more", async () => {
    const { slack, program } = await botProcess("socket");
    const unknown = { kind: "error", error: "invalid_auth" } as const;
    slack.fault.webApi("apps.connections.open", unknown, 9);
    slack.fault.dropSockets();
    await program.written(/this process ends/);
    // So that a supervisor and its operator notice.
    expect(await program.ended).toBe(1);
    const refused = await slack.command({ text: "live-room" });
    expect(refused.notice?.text).toContain("dispatch_failed");
  });

  it("the app token is revoked in the middle of a run", async () => {
    const { slack, program, url } = await botProcess("socket");
    const revoked = { kind: "error", error: "token_revoked" } as const;
    slack.fault.webApi("apps.connections.open", revoked, 99);
    slack.fault.dropSockets();
    // Slack's client takes this error for a passing one and goes on asking.
    await program.written(/"level":"error".*token_revoked/);
    const readiness = await fetch(`${url}/readyz`);
    expect(readiness.status).toBe(503);
    expect(await readiness.text()).toContain("socket-closed");
  });
});
