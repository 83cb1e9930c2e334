import type { TencentClient } from "../../tencent/client.ts";
import { askWithClient } from "./ask-with-client.ts";
import { examine, type Setup } from "./examine.ts";
import type { Finding } from "./finding.ts";

export interface DoctorOptions {
  /** What the bot runs with: every variable could be read. */
  readonly setup: Omit<Setup, "flaws">;
  readonly client: Pick<TencentClient, "getRoomInfo">;
  /** For the look-up, its wait in the line and all its tries, in ms. */
  readonly askMs: number;
  /** Aborts when this process stops. */
  readonly stopping: AbortSignal;
  /** Whether Slack is heard on a connection of Socket Mode. */
  readonly isConnected: () => boolean;
}

/**
 * The doctor of a bot that runs: it takes the bot's own ways to Tencent and Slack. Whoever asks while
 * it is under way gets what that comes to, so that many askers cost one query.
 */
export function createDoctor(options: DoctorOptions): () => Promise<readonly Finding[]> {
  const { setup, client, askMs, stopping, isConnected } = options;
  let underWay: Promise<readonly Finding[]> | undefined;
  return () => {
    underWay ??= examine(
      { ...setup, flaws: [] },
      { ask: () => askWithClient(client, { limitMs: askMs, signal: stopping }), isConnected },
    ).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}
