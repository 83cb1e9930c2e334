import type { Party } from "../../../protocol/rows.ts";

/** In the order in which their lines stand. */
export const parties: readonly Party[] = ["slack", "bot", "tencent"];

export const partyNames: Readonly<Record<Party, string>> = {
  slack: "Slack",
  bot: "Greenroom",
  tencent: "Tencent",
};
