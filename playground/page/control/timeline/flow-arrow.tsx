import type { JSX } from "preact";
import type { Party } from "../../../protocol/rows.ts";

/** Where the line of each party stands, in px; waterfall.css keeps the space for it. */
export const lifelineX: Readonly<Record<Party, number>> = { slack: 16, bot: 50, tencent: 84 };

interface Props {
  readonly from: Party;
  readonly to: Party;
  readonly kind: "request" | "answer" | "broken";
}

/** From one line to another: unbroken for a request, dashed for its answer, crossed out for none. */
export function FlowArrow({ from, to, kind }: Props): JSX.Element {
  const direction = Math.sign(lifelineX[to] - lifelineX[from]);
  // Short of the lines, so that they stay whole.
  const start = lifelineX[from] + 4 * direction;
  const end = lifelineX[to] - 3 * direction;
  const middle = (start + end) / 2;
  return (
    <svg class={`arrow ${kind}`} width="112" height="12" viewBox="0 0 112 12" focusable="false">
      <path class="shaft" d={`M${start} 6H${end - 5 * direction}`} />
      {kind === "broken" ? (
        <path class="cross" d={`M${middle - 4} 2l8 8m0 -8l-8 8`} />
      ) : (
        <path class="head" d={`M${end} 6l${-7 * direction} -4v8z`} />
      )}
    </svg>
  );
}
