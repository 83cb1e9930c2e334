import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { botProcess } from "../../support/bot-process.ts";
import { answerTo } from "../../support/fault-stage.ts";

describe.concurrent("a process that gets too little", { timeout: 60_000 }, () => {
  it("the event loop stands still for longer than Slack waits", async () => {
    const { slack, program, url } = await botProcess("http", { slack: { ackLimitMs: 500 } });
    program.signal("SIGSTOP");
    const interaction = await slack.command({ text: "live-room" });
    expect(interaction.notice?.text).toContain("operation_timeout");
    program.signal("SIGCONT");
    // Late is better than never: whoever read Slack's line gets the answer all the same.
    const [card] = await interaction.settled(1, 15_000);
    expect(card?.text).toContain("Friday night karaoke");
    expect(interaction.posts).toHaveLength(1);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it("the process is out of file handles", async () => {
    const { slack, program, url } = await botProcess("http", { limits: { openFiles: 400 } });
    const strangers = Array.from({ length: 450 }, () => {
      const socket = connect(Number(new URL(url).port), "127.0.0.1");
      socket.on("error", () => socket.destroy());
      return socket;
    });
    await Promise.all(
      strangers.map((socket) => Promise.race([once(socket, "connect"), wait(500)])),
    );
    await wait(300);
    const refused = await slack.command({ text: "quiet-room" });
    expect(refused.notice?.text).toMatch(/dispatch_failed|operation_timeout/);
    for (const socket of strangers) socket.destroy();
    await wait(300);
    expect((await answerTo(slack, "live-room")).words).toContain("Friday night karaoke");
    expect(program.out).not.toContain("this process ends");
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});
