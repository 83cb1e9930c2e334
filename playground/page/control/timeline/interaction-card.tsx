import type { JSX } from "preact";
import type { InteractionRow } from "../../../protocol/rows.ts";
import { timeOfDay } from "../../block-kit/time-of-day.ts";
import { isWaiting, lastMoment } from "./scale.ts";
import { sentenceOf } from "./sentences.ts";
import { type Standing, summaryOf } from "./summary.ts";
import { Waterfall } from "./waterfall.tsx";

interface Props {
  readonly interaction: InteractionRow;
  readonly now: number;
  readonly isOpen: boolean;
  readonly onFold: (id: number, isOpen: boolean) => void;
}

const signs: Readonly<Record<Standing, string>> = {
  waiting: "◔",
  answered: "✓",
  quiet: "–",
  failed: "✕",
};

export function InteractionCard({ interaction, now, isOpen, onFold }: Props): JSX.Element {
  const { id, title, startedAt, steps } = interaction;
  const last = lastMoment(steps);
  // The clocks of page and server may differ by a little.
  const elapsedMs = isWaiting(steps) ? Math.max(now - startedAt, last) : last;
  const { standing, words } = summaryOf(steps, elapsedMs);
  return (
    <article class="interaction" aria-label={title}>
      <details open={isOpen}>
        <summary
          onClick={(event) => {
            event.preventDefault();
            onFold(id, !isOpen);
          }}
        >
          <span class="title">{title}</span>
          <time dateTime={new Date(startedAt).toISOString()}>{timeOfDay(startedAt, {}, true)}</time>
          <span class={`outcome is-${standing}`}>
            <span class="sign" aria-hidden="true">
              {signs[standing]}
            </span>
            {words}
          </span>
        </summary>
        {isOpen && steps.length === 0 && (
          <p class="untold">It hears only what happens in its channels, and what concerns it.</p>
        )}
        {isOpen && steps.length > 0 && (
          <>
            <ol class="unseen" aria-label="Steps">
              {steps.map((step) => (
                <li key={step.id}>{sentenceOf(step)}</li>
              ))}
            </ol>
            <Waterfall steps={steps} elapsedMs={elapsedMs} />
          </>
        )}
      </details>
    </article>
  );
}
