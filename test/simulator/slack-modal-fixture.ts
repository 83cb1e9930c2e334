import type { View } from "../../simulator/slack/views/view.ts";
import { callApi, startBot, startSlack } from "./slack-fixture.ts";
import { plain } from "./slack-pieces.ts";

export const option = (value: string) => ({ text: plain(value), value });
export const input = (block_id: string, element: Record<string, unknown>, more = {}) => ({
  type: "input",
  block_id,
  label: plain(block_id),
  element: { action_id: `${block_id}_id`, ...element },
  ...more,
});
export const typed = input(
  "room",
  { type: "plain_text_input", max_length: 48 },
  { optional: true },
);
const chosen = input("named", {
  type: "radio_buttons",
  options: [option("live-1"), option("live-2")],
  initial_option: option("live-1"),
});
export const view = {
  type: "modal",
  callback_id: "look_up",
  private_metadata: "C1",
  notify_on_close: true,
  title: plain("Look up a room"),
  submit: plain("Look up"),
  blocks: [chosen, typed],
};

export type Reply = Parameters<typeof startBot>[1];

/** A modal that is open before the asker; the bot acks the submission with what it was told. */
export async function startWithModal(reply: Reply = {}, content: Record<string, unknown> = view) {
  const slack = await startSlack({ ackLimitMs: 100 });
  const received = await startBot(slack);
  const { payload } = await slack.shortcut("look_up_room");
  const { json } = await callApi(slack, "views.open", {
    trigger_id: payload["trigger_id"],
    view: content,
  });
  const bot = await startBot(slack, reply);
  const opened = slack.workspace.views[0] as View;
  const update = async (args: Record<string, unknown>) =>
    (await callApi(slack, "views.update", { view, ...args })).json;
  return { slack, received, bot, opened, json, update };
}

export const answer = (body: unknown): Reply => ({
  type: "application/json",
  body: JSON.stringify(body),
});
