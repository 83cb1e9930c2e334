import type { Log } from "../ops/log.ts";

/**
 * Tells Slack that we have it, before any work. A connection that broke just now can't carry the
 * acknowledgement; the answer can still go its own way, so the work goes on.
 */
export async function acknowledge(ack: () => Promise<void>, log: Log): Promise<void> {
  try {
    await ack();
  } catch (error) {
    log.warn({ error }, "an acknowledgement did not reach Slack");
  }
}
