import { describeProblem, validateBlocks } from "../../simulator/slack/blocks/validate.ts";

/** Parts of Block Kit to build right and wrong blocks of. */

export const plain = (text: string) => ({ type: "plain_text", text });
export const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
export const long = (length: number) => "a".repeat(length);
export const button = (more: Record<string, unknown> = {}) => ({
  type: "button",
  text: plain("Press"),
  action_id: "press",
  ...more,
});
export const actions = (...elements: unknown[]) => ({ type: "actions", elements });
export const image = (more: Record<string, unknown> = {}) => ({
  type: "image",
  image_url: "https://example.com/room.png",
  alt_text: "The room",
  ...more,
});
export const confirm = {
  title: plain("Sure?"),
  text: plain("Really."),
  confirm: plain("Yes"),
  deny: plain("No"),
};

export function refusals(...blocks: unknown[]): string[] {
  return validateBlocks(blocks).map(describeProblem);
}
