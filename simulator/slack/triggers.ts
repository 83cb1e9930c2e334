import { makeNumber, makeSecret } from "./ids.ts";

// https://docs.slack.dev/interactivity/handling-user-interaction: a trigger is good for 3 seconds, once.
const LIFE_MS = 3000;

export interface Triggers {
  issue(user: string): string;
  /** The user who pulled it, or Slack's error. */
  redeem(id: string): { readonly user: string } | { readonly error: string };
}

export function createTriggers(now: () => number): Triggers {
  const issued = new Map<string, { user: string; at: number; used: boolean }>();
  return {
    issue(user) {
      const id = `${makeNumber()}.${makeNumber()}.${makeSecret()}`;
      issued.set(id, { user, at: now(), used: false });
      return id;
    },
    redeem(id) {
      const trigger = issued.get(id);
      if (trigger === undefined) return { error: "invalid_trigger_id" };
      if (trigger.used) return { error: "exchanged_trigger_id" };
      if (now() - trigger.at > LIFE_MS) return { error: "expired_trigger_id" };
      trigger.used = true;
      return { user: trigger.user };
    },
  };
}
