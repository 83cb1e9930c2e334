import type { Channel } from "./workspace.ts";

export interface Composer {
  readonly botUser: string;
  /** `messages_tab_enabled` of the manifest, and not `messages_tab_read_only_enabled`. */
  readonly takesMessages: boolean;
}

/**
 * Without the Messages tab there is no field to write to the app in: neither words nor commands.
 * https://docs.slack.dev/surfaces/app-home
 */
export function demandComposer(
  { kind, members }: Channel,
  { botUser, takesMessages }: Composer,
): void {
  if (kind === "dm" && members.has(botUser) && !takesMessages) {
    throw new Error("the app's Messages tab is off");
  }
}
