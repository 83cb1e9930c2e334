import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { StepDefinition } from "../../simulator/slack/executions.ts";
import { granted, modes, setStage, type Stage } from "../support/stage.ts";

const logLine = z.object({
  reference: z.string(),
  outcome: z.string(),
  undelivered: z.string(),
});

describe.each(modes)("the step of a workflow over %s", (mode) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage(mode);
  });
  afterEach(() => stage.close());

  /** A stage whose manifest is not the one that the bot was written for. */
  async function restage(steps: readonly StepDefinition[]): Promise<void> {
    await stage.close();
    stage = await setStage(mode, { slack: { steps } });
  }

  const linesOfSteps = () => stage.log.filter((line) => line.includes('"entry":"workflow-step"'));

  async function outcomeOf(roomId: string) {
    const run = await stage.slack.runStep("look_up_room", { room_id: roomId });
    return run.settled();
  }

  it("gives what is known of a room", async () => {
    const { state, outputs } = await outcomeOf("live-room");
    expect(state).toBe("completed");
    expect(outputs).toMatchObject({
      found: true,
      name: "Friday night karaoke",
      owner: "144115233775727695",
      entries: 812,
      muted: false,
      visible: true,
      error_title: "",
    });
    expect(outputs?.["summary"]).toMatch(
      /^Friday night karaoke\. Room ID: live-room\. State: exists/,
    );
  });

  it("gives what is known of a link to a room", async () => {
    expect((await outcomeOf("https://console.example.com/room/live-room")).outputs).toMatchObject({
      found: true,
    });
  });

  it("a room that is not there is an answer", async () => {
    const { state, outputs } = await outcomeOf("gone-room");
    expect(state).toBe("completed");
    expect(outputs).toMatchObject({ found: false, error_title: "" });
    expect(outputs?.["summary"]).toContain("No room with this ID right now");
    expect(outputs).not.toHaveProperty("name");
  });

  it("a refusal of Tencent's is one too, with who acts", async () => {
    stage.tencent.weather.set({ kind: "code", code: 70_003 });
    const { state, outputs } = await outcomeOf("live-room");
    expect(state).toBe("completed");
    expect(outputs?.["found"]).toBe(false);
    expect(outputs?.["error_title"]).not.toBe("");
    expect(outputs?.["summary"]).toContain("Who acts: The people who run this bot");
    expect(outputs?.["summary"]).not.toContain("..");
  });

  it("what can't be an ID fails the step, in words for the workflow's maker", async () => {
    const { state, error } = await outcomeOf("x".repeat(60));
    expect(state).toBe("failed");
    expect(error).toContain("at most 48");
    const link = await outcomeOf("https://example.com/a");
    expect(link.error).toContain("No room in this link");
    expect(link.error).toContain("Try: live-8821");
    expect(link.error).not.toContain("/room");
    const help = await outcomeOf("help");
    expect(help.error).toContain("This step needs a room ID");
    expect(stage.tencent.stats().queries).toBe(0);
  });

  it("Slack's repeats are acknowledged and have no effect", async () => {
    stage.slack.fault.repeatEvents(3);
    const run = await stage.slack.runStep("look_up_room", { room_id: "live-room" });
    await run.settled();
    await Promise.all(run.events.map(({ done }) => done));
    expect(run.events.flatMap(({ tries }) => tries.map(({ ok }) => ok))).toEqual(
      Array.from({ length: 4 }, () => true),
    );
    const ends = stage.slack.calls.filter(({ method }) => method.startsWith("functions."));
    expect(ends).toHaveLength(1);
  });

  it("an end whose confirmation is lost is told once", async () => {
    const lost = { kind: "status", status: 503, applied: true } as const;
    stage.slack.fault.webApi("functions.completeSuccess", lost);
    expect((await outcomeOf("live-room")).state).toBe("completed");
    await stage.stopBot();
    expect(stage.log.join()).not.toContain("did not reach");
  });

  it("is one line of the log, without the token of the run", async () => {
    const { token } = await outcomeOf("live-room");
    await stage.stopBot();
    expect(linesOfSteps()).toHaveLength(1);
    expect(linesOfSteps()[0]).toContain('"outcome":"answered"');
    expect(stage.log.join()).not.toContain(token);
  });

  it("of a name that the bot does not know is acknowledged at once, and fails", async () => {
    const other = { callbackId: "other_step", title: "Other", inputs: {}, outputs: {} };
    await restage([...granted.steps, other]);
    const run = await stage.slack.runStep("other_step", {});
    const { state, error } = await run.settled();
    expect(state).toBe("failed");
    expect(error).toContain("This bot does not know this step");
    await Promise.all(run.events.map(({ done }) => done));
    expect(run.events.flatMap(({ tries }) => tries.map(({ ok }) => ok))).toEqual([true]);
    expect((await outcomeOf("live-room")).state).toBe("completed");
  });

  it("whose outputs Slack refuses fails with a reference, so that nothing hangs", async () => {
    const [step] = granted.steps;
    const { muted: _muted, ...outputs } = step.outputs;
    await restage([{ ...step, outputs }]);
    const { state, error } = await outcomeOf("live-room");
    await stage.stopBot();
    const [line = "{}", ...others] = linesOfSteps();
    const { reference, outcome, undelivered } = logLine.parse(JSON.parse(line));
    expect(state).toBe("failed");
    expect(error).toContain(reference);
    expect({ outcome, undelivered }).toEqual({
      outcome: "failed",
      undelivered: "parameter_validation_failed",
    });
    expect(others).toEqual([]);
  });
});
