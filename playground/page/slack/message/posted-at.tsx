import type { JSX } from "preact";
import { clock, fullWhen, msOf } from "../pure/time-words.ts";

interface PostedAtProps {
  readonly ts: string;
  /** Without AM or PM, where there is little room. */
  readonly isShort?: boolean;
}

export function PostedAt({ ts, isShort = false }: PostedAtProps): JSX.Element {
  const ms = msOf(ts);
  return (
    <time class="slack-posted" dateTime={new Date(ms).toISOString()} title={fullWhen(ms)}>
      {isShort ? clock(ms).replace(/ [AP]M$/, "") : clock(ms)}
    </time>
  );
}
