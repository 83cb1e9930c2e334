import { expect, test } from "vitest";
import { initialValuesOf } from "../../../playground/page/block-kit/initial-values.ts";

const input = (element: Record<string, unknown>) => ({ type: "input", block_id: "b", element });

test("inputs begin with what the app put into them", () => {
  expect(
    initialValuesOf([
      input({ type: "plain_text_input", action_id: "typed", initial_value: "live-8821" }),
      input({ type: "plain_text_input", action_id: "empty" }),
      input({ type: "radio_buttons", action_id: "radio", initial_option: { value: "one" } }),
      input({ type: "users_select", action_id: "user", initial_user: "UADA" }),
      input({ type: "channels_select", action_id: "channel", initial_channel: "CSUPPORT" }),
      input({ type: "conversations_select", action_id: "place", initial_conversation: "C2" }),
      input({ type: "plain_text_input", initial_value: "of no action" }),
      { type: "section", accessory: { action_id: "no-input", initial_value: "x" } },
      { type: "input" },
    ]),
  ).toEqual({ typed: "live-8821", radio: "one", user: "UADA", channel: "CSUPPORT", place: "C2" });
});
