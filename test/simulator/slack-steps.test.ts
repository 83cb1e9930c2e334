import { describe, expect, test } from "vitest";
import { places } from "../../simulator/slack/seed.ts";
import { startListening } from "./slack-events-fixture.ts";
import { BOT_TOKEN, callApi } from "./slack-fixture.ts";

const steps = [
  {
    callbackId: "look_up_room",
    title: "Look up a room",
    inputs: { room_id: { type: "string", isRequired: true } },
    outputs: {
      found: { type: "boolean", isRequired: true },
      name: { type: "string" },
      entries: { type: "number" },
    },
  },
];

async function startWithStep() {
  const listening = await startListening({ steps });
  const { slack } = listening;
  const run = await slack.runStep("look_up_room", { room_id: "live-1" });
  const { execution } = run;
  const complete = async (
    args: Record<string, unknown>,
    token = execution.token,
    method = "functions.completeSuccess",
  ) => {
    const given = { function_execution_id: execution.id, outputs: { found: true }, ...args };
    return (await callApi(slack, method, given, token)).json;
  };
  return { ...listening, run, execution, complete };
}

describe("a workflow step", () => {
  test("reaches the app as function_executed, with inputs and a token of its own", async () => {
    const { events, execution } = await startWithStep();
    expect(events()).toMatchObject([
      {
        type: "function_executed",
        function: {
          callback_id: "look_up_room",
          input_parameters: [{ name: "room_id", type: "string", is_required: true }],
        },
        inputs: { room_id: "live-1" },
        function_execution_id: execution.id,
        bot_access_token: execution.token,
      },
    ]);
    expect(execution.id).toMatch(/^Fx/u);
    expect(execution.token).toMatch(/^xwfp-/u);
  });

  test("ends with outputs, once", async () => {
    const { run, complete } = await startWithStep();
    expect(await complete({ outputs: { found: true, entries: 3 } })).toEqual({ ok: true });
    expect(await run.settled()).toMatchObject({
      state: "completed",
      outputs: { found: true, entries: 3 },
    });
    expect(await complete({})).toMatchObject({ error: "execution_not_in_running_state" });
    expect(await complete({ error: "late" }, BOT_TOKEN, "functions.completeError")).toMatchObject({
      error: "execution_not_in_running_state",
    });
  });

  test("ends with an error, by the bot's token too", async () => {
    const { run, complete } = await startWithStep();
    const fail = (error: unknown) => complete({ error }, BOT_TOKEN, "functions.completeError");
    expect(await fail(undefined)).toMatchObject({ error: "invalid_arguments" });
    expect(await fail("No such room.")).toEqual({ ok: true });
    expect(await run.settled()).toMatchObject({ state: "failed", error: "No such room." });
  });

  test("an unknown one is refused with function_execution_not_found", async () => {
    const { complete } = await startWithStep();
    expect(await complete({ function_execution_id: "Fx0" })).toMatchObject({
      error: "function_execution_not_found",
    });
  });

  test("another run's token is refused with access_denied, a made-up one with invalid_auth", async () => {
    const { slack, complete } = await startWithStep();
    const other = await slack.runStep("look_up_room", { room_id: "live-2" });
    expect(await complete({}, other.execution.token)).toMatchObject({ error: "access_denied" });
    expect(await complete({}, "xwfp-guess")).toMatchObject({ error: "invalid_auth" });
  });

  test.each([
    ["a missing output", {}],
    ["an unknown one", { found: true, color: "red" }],
    ["one of another type", { found: "yes" }],
  ])("%s is refused with parameter_validation_failed", async (_name, outputs) => {
    const { complete, execution } = await startWithStep();
    expect(await complete({ outputs })).toMatchObject({ error: "parameter_validation_failed" });
    expect(execution.state).toBe("running");
  });

  test("its token posts while it runs, and then no more", async () => {
    const { slack, execution, complete } = await startWithStep();
    const post = async () => {
      const args = { channel: places.support, text: "a" };
      return (await callApi(slack, "chat.postMessage", args, execution.token)).json;
    };
    expect(await post()).toMatchObject({ ok: true });
    await complete({});
    expect(await post()).toMatchObject({ error: "token_expired" });
  });

  test("that the app doesn't offer, or without its input, never starts", async () => {
    const { slack } = await startWithStep();
    await expect(slack.runStep("other", {})).rejects.toThrow("offers no step");
    await expect(slack.runStep("look_up_room", {})).rejects.toThrow("room_id is missing");
  });
});
