import type { JSX } from "preact";
import type { StepRow } from "../../../protocol/rows.ts";
import { lifelineX } from "./flow-arrow.tsx";
import { parties, partyNames } from "./parties.ts";
import { scaleOf } from "./scale.ts";
import { Step } from "./step.tsx";
import "./waterfall.css";

interface Props {
  readonly steps: readonly StepRow[];
  readonly elapsedMs: number;
}

/**
 * A sequence diagram whose rows have a bar on a common scale: the left side shows who asks whom, the
 * right side when and how long. Screen readers get sentences in its place.
 */
export function Waterfall({ steps, elapsedMs }: Props): JSX.Element {
  const scale = scaleOf(steps, elapsedMs);
  return (
    <div class="waterfall" aria-hidden="true">
      {parties.map((party) => (
        <span key={party} class={`lifeline to-${party}`} style={{ left: `${lifelineX[party]}px` }}>
          <b>{partyNames[party]}</b>
        </span>
      ))}
      <div class="scale">
        {scale.ticks.map(({ at, words }) => (
          <span key={words} class={`tick ${tickPlace(at)}`} style={{ left: `${at}%` }}>
            {words}
          </span>
        ))}
      </div>
      {steps.map((step) => (
        <Step key={step.id} step={step} scale={scale} elapsedMs={elapsedMs} />
      ))}
    </div>
  );
}

/** The outermost words stay inside the scale. */
function tickPlace(at: number): string {
  if (at === 0) return "is-first";
  return at === 100 ? "is-last" : "";
}
