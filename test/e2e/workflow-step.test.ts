import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { modes, setStage, type Stage } from "../support/stage.ts";

describe.each(modes)("the step of a workflow over %s", (mode) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage(mode);
  });
  afterEach(() => stage.close());

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
  });

  it("what can't be an ID fails the step, in words for the workflow's maker", async () => {
    const { state, error } = await outcomeOf("x".repeat(60));
    expect(state).toBe("failed");
    expect(error).toContain("at most 48");
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
});
