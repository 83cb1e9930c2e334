// https://docs.slack.dev/apis/web-api/rate-limits: one message a second per channel, and short bursts
// are let through.
const POSTS_A_SECOND = 1;

export interface ChannelRate {
  /** undefined when the post may go; otherwise the seconds to wait. */
  take(channel: string): number | undefined;
}

export function createChannelRate(now: () => number, burst: number): ChannelRate {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(channel) {
      const at = now();
      const bucket = buckets.get(channel) ?? { left: burst, at };
      const refilled = bucket.left + ((at - bucket.at) / 1000) * POSTS_A_SECOND;
      const left = Math.min(burst, refilled);
      const allowed = left >= 1;
      buckets.set(channel, { left: allowed ? left - 1 : left, at });
      return allowed ? undefined : Math.max(1, Math.ceil((1 - left) / POSTS_A_SECOND));
    },
  };
}
