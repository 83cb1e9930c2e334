import { describe, expect, test } from "vitest";
import { people } from "../../simulator/slack/seed.ts";
import type { View } from "../../simulator/slack/views/view.ts";
import { buttons, section, startBot } from "./slack-fixture.ts";
import type { Reply } from "./slack-modal-fixture.ts";
import { answer, startWithModal, view } from "./slack-modal-fixture.ts";

const { asker } = people;

describe("submitting", () => {
  test("sends every input, the untouched ones too, and an empty ack closes the modal", async () => {
    const { slack, opened } = await startWithModal();
    const sent = await slack.submitView(asker, opened.id, { room_id: "live-9" });
    expect(sent).toMatchObject({ ack: { ok: true }, errors: {}, notice: undefined });
    expect(sent.payload).toMatchObject({
      type: "view_submission",
      user: { id: asker },
      team: { id: slack.workspace.team.id },
      trigger_id: expect.any(String) as string,
      response_urls: [],
      view: {
        id: opened.id,
        callback_id: "look_up",
        private_metadata: "C1",
        state: {
          values: {
            room: { room_id: { type: "plain_text_input", value: "live-9" } },
            named: {
              named_id: { type: "radio_buttons", selected_option: { value: "live-1" } },
            },
          },
        },
      },
    });
    expect(opened.isOpen).toBe(false);
    await expect(slack.submitView(asker, opened.id)).rejects.toThrow("no view");
  });

  test("an input left empty has the value null", async () => {
    const { slack, opened } = await startWithModal();
    const { payload } = await slack.submitView(asker, opened.id, { named: "live-2" });
    expect(payload["view"]).toMatchObject({
      state: { values: { room: { room_id: { value: null } } } },
    });
  });

  test("errors stand under their inputs, and the modal stays open", async () => {
    const body = { response_action: "errors", errors: { room: "This ID is too long." } };
    const { slack, opened } = await startWithModal(answer(body));
    expect(await slack.submitView(asker, opened.id)).toMatchObject({
      errors: { room: "This ID is too long." },
      notice: undefined,
    });
    expect(opened.isOpen).toBe(true);
  });

  test("update puts another view in its place", async () => {
    const found = { ...view, submit: undefined, blocks: [section("found")] };
    const { slack, opened } = await startWithModal(
      answer({ response_action: "update", view: found }),
    );
    await slack.submitView(asker, opened.id);
    expect(opened).toMatchObject({ isOpen: true, blocks: [section("found")] });
  });

  test("push lays a view on top, and clear takes the pile away", async () => {
    const push = answer({ response_action: "push", view });
    const { slack, opened } = await startWithModal(push);
    await slack.submitView(asker, opened.id);
    const top = slack.workspace.views[1] as View;
    expect(top).toMatchObject({ previousId: opened.id, rootId: opened.id, isOpen: true });
    await startBot(slack, answer({ response_action: "clear" }));
    await slack.submitView(asker, top.id);
    expect([opened.isOpen, top.isOpen]).toEqual([false, false]);
  });

  test.each<[string, Reply]>([
    [
      "an error under a block that is none",
      answer({ response_action: "errors", errors: { other: "a" } }),
    ],
    ["no errors at all", answer({ response_action: "errors", errors: {} })],
    ["an update with a view that is wrong", answer({ response_action: "update", view: {} })],
    ["an answer that is none", answer({ text: "found" })],
    ["an ack that is late", { afterMs: 300 }],
    ["an ack with status 500", { status: 500 }],
  ])("%s is a trouble to the user, and the modal stays open", async (_name, reply) => {
    const { slack, opened } = await startWithModal(reply);
    const { notice } = await slack.submitView(asker, opened.id);
    expect(notice).toContain("trouble connecting");
    expect(opened.isOpen).toBe(true);
  });

  test("is impossible for others, with wrong values, and without what must be there", async () => {
    const { slack, opened } = await startWithModal();
    const submit = (values: Record<string, string>, user: string = asker) =>
      slack.submitView(user, opened.id, values);
    await expect(submit({}, people.colleague)).rejects.toThrow("cannot see");
    await expect(submit({ other: "a" })).rejects.toThrow("no input other");
    await expect(submit({ named: "live-3" })).rejects.toThrow("there are: live-1, live-2");
    await expect(submit({ room: "a".repeat(49) })).rejects.toThrow("too long");
    await expect(submit({ named: "" })).rejects.toThrow("must be filled in");
  });
});

describe("closing", () => {
  test("is told where notify_on_close asks for it", async () => {
    const { slack, opened } = await startWithModal();
    const closed = await slack.closeView(asker, opened.id);
    expect(closed?.payload).toMatchObject({
      type: "view_closed",
      is_cleared: false,
      view: { id: opened.id },
    });
    expect(closed?.payload).not.toHaveProperty("trigger_id");
  });

  test("is told nobody otherwise", async () => {
    const { slack, opened, bot } = await startWithModal({}, { ...view, notify_on_close: false });
    expect(await slack.closeView(asker, opened.id)).toBeUndefined();
    expect(bot).toEqual([]);
  });
});

describe("a button in a modal", () => {
  test("carries the view and a trigger, and neither message nor response URL", async () => {
    const content = { ...view, blocks: [buttons("refresh")] };
    const { slack, opened } = await startWithModal({}, content);
    const { payload } = await slack.pressInView(asker, opened.id, "refresh");
    expect(payload).toMatchObject({
      type: "block_actions",
      container: { type: "view", view_id: opened.id },
      view: { id: opened.id, hash: opened.hash },
      actions: [{ action_id: "refresh" }],
    });
    expect(payload).not.toHaveProperty("response_url");
    expect(payload).not.toHaveProperty("message");
  });
});
