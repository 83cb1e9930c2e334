import type { Card } from "../cards/card.ts";
import { watchCard, type WatchView } from "../cards/watch-card.ts";
import { resultOfReading, type Watch } from "./watch.ts";

/** The card of a watch, as it should be now. */
export function draw(watch: Watch, activityLabels: Readonly<Record<string, string>>): Card {
  const { room, reading, startedBy } = watch;
  const name = reading.kind === "missing" ? reading.name : undefined;
  return watchCard(
    { result: resultOfReading(room, reading), name, startedBy, state: stateOf(watch) },
    // A watch that has ended may be begun again.
    { activityLabels, watchable: true },
  );
}

function stateOf({ ending, endsAt, stale }: Watch): WatchView["state"] {
  // Of a card that is lost, nobody sees what it would say.
  return ending === undefined || ending.why === "lost"
    ? { kind: "watched", until: endsAt, stale }
    : { kind: ending.why, at: ending.at, by: ending.detail };
}
