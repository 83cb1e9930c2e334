import type { JSX } from "preact";
import { useCallback, useMemo, useState } from "preact/hooks";
import { usePlayground } from "../../lib/playground.ts";
import { InteractionCard } from "./interaction-card.tsx";
import { Legend } from "./legend.tsx";
import { isWaiting } from "./scale.ts";
import "./timeline.css";
import { useNow } from "./use-now.ts";

const mostShown = 30;

/** What happened between the three parties, the newest interaction first. */
export function TimelinePanel(): JSX.Element {
  const { state } = usePlayground();
  // What the person opened or folded; the rest follows the rule that the newest one is open.
  const [folds, setFolds] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [legend, setLegend] = useState<boolean>();
  const interactions = useMemo(
    () => [...state.interaction.values()].toSorted((one, other) => other.id - one.id),
    [state.interaction],
  );
  const shown = interactions.slice(0, mostShown);
  const now = useNow(shown.some(({ steps }) => isWaiting(steps)));
  const fold = useCallback(
    (id: number, isOpen: boolean) => setFolds((before) => new Map(before).set(id, isOpen)),
    [],
  );

  return (
    <div class="timeline">
      <Legend isOpen={legend ?? interactions.length === 0} onFold={setLegend} />
      {shown.length === 0 && (
        <p class="nothing">
          Nothing has happened yet. Type <code>/room live-room</code> in Slack’s window to see the
          way of a question.
        </p>
      )}
      <ol class="interactions">
        {shown.map((interaction, index) => (
          <li key={interaction.id}>
            <InteractionCard
              interaction={interaction}
              now={now}
              isOpen={folds.get(interaction.id) ?? index === 0}
              onFold={fold}
            />
          </li>
        ))}
      </ol>
      {interactions.length > mostShown && <p class="soft">Older ones are not shown.</p>}
    </div>
  );
}
