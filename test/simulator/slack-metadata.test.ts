import { describe, expect, test } from "vitest";
import { places } from "../../simulator/slack/seed.ts";
import { startListening } from "./slack-events-fixture.ts";
import { callApi } from "./slack-fixture.ts";

const channel = places.support;
const metadata = { event_type: "task_created", event_payload: { id: "T-1" } };

describe("the metadata of a message", () => {
  test("is told to those who ask for it, and to no others", async () => {
    const { slack } = await startListening();
    const call = async (method: string, args: Record<string, unknown>) =>
      (await callApi(slack, method, { channel, ...args })).json;
    const { ts } = await call("chat.postMessage", { text: "task", metadata });
    await call("chat.postMessage", { text: "reply", thread_ts: ts, metadata });
    const include = { include_all_metadata: true };
    for (const asked of [include, { include_all_metadata: "true" }]) {
      const { messages } = await call("conversations.history", { limit: 1, ...asked });
      expect(messages).toMatchObject([{ text: "task", metadata }]);
    }
    const { messages } = await call("conversations.replies", { ts, ...include });
    expect(messages).toMatchObject([{ metadata }, { text: "reply", metadata }]);
    const { messages: without } = await call("conversations.replies", { ts });
    expect(JSON.stringify(without)).not.toContain("task_created");
  });

  test("stays through an edit", async () => {
    const { slack } = await startListening();
    const { json: posted } = await callApi(slack, "chat.postMessage", {
      channel,
      text: "task",
      metadata,
    });
    await callApi(slack, "chat.update", { channel, ts: posted["ts"], text: "done" });
    const asked = { channel, limit: 1, include_all_metadata: true };
    const { json } = await callApi(slack, "conversations.history", asked);
    expect(json["messages"]).toMatchObject([{ text: "done", metadata }]);
  });

  test.each([
    ["no JSON", "{", "invalid_metadata_format"],
    ["a list", [], "invalid_metadata_format"],
    ["without a type", { event_payload: {} }, "invalid_metadata_schema"],
    ["a type with blanks", { ...metadata, event_type: "two words" }, "invalid_metadata_schema"],
    ["a payload that is no object", { ...metadata, event_payload: "x" }, "invalid_metadata_schema"],
  ])("is refused as %s", async (_, given, error) => {
    const { outcome } = await startListening();
    expect(await outcome("chat.postMessage", { channel, text: "task", metadata: given })).toBe(
      error,
    );
  });
});
