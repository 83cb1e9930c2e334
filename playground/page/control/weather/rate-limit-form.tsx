import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { usePlayground } from "../../lib/playground.ts";
import { NumberField } from "./number-field.tsx";

/** Slack's 429, with the time after which it wants to be asked again. */
export function RateLimitForm(): JSX.Element {
  const { send } = usePlayground();
  const [times, setTimes] = useState(1);
  const [retryAfter, setRetryAfter] = useState(3);
  return (
    <form
      class="sentence"
      aria-label="Rate limit"
      onSubmit={(event) => {
        event.preventDefault();
        void send({ kind: "slack-rate-limit", retryAfter, times });
      }}
    >
      Refuse the bot’s next{" "}
      <NumberField label="Calls" value={times} least={1} most={100} onChange={setTimes} />{" "}
      {times === 1 ? "call" : "calls"} as too many (429), and take {times === 1 ? "it" : "them"}{" "}
      again after{" "}
      <NumberField
        label="Retry-After in s"
        value={retryAfter}
        least={0}
        most={60}
        onChange={setRetryAfter}
      />{" "}
      s{" "}
      <button type="submit" class="button" aria-label="Set rate limit">
        Set
      </button>
    </form>
  );
}
