import { afterAll, expect, it } from "vitest";
import { answerTo } from "../../support/fault-stage.ts";
import { setStage, type Stage } from "../../support/stage.ts";

let stage: Stage;
afterAll(() => stage.close());

it("Socket Mode connections stay open and fall silent", async () => {
  stage = await setStage("socket", { slack: { ackLimitMs: 1_000 } });
  expect(stage.slack.fault.silenceSockets()).toBe(2);
  const unheard = await stage.slack.command({ text: "live-room" });
  expect(unheard.notice?.text).toContain("operation_timeout");
  const opened = () =>
    stage.slack.calls.filter(({ method }) => method === "apps.connections.open").length;
  const before = opened();
  // Five seconds without a pong, and five more before Slack's client connects again.
  await expect.poll(() => opened() - before, { timeout: 35_000, interval: 100 }).toBe(2);
  await expect.poll(() => stage.slack.sockets, { timeout: 10_000 }).toBe(2);
  await expect
    .poll(async () => (await fetch(`${stage.botUrl}/readyz`)).status, { timeout: 5_000 })
    .toBe(200);
  expect((await answerTo(stage.slack, "live-room")).words).toContain("Friday night karaoke");
}, 60_000);
