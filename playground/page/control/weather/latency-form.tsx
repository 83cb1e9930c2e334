import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { WeatherRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { Choices } from "./choices.tsx";
import { NumberField } from "./number-field.tsx";
import { latencies } from "./weather-words.ts";

type Latency = WeatherRow["tencent"]["latency"];

export function LatencyForm({ latency }: { readonly latency: Latency }): JSX.Element {
  const { send } = usePlayground();
  const [[least, most], setTyped] = useState<Latency>(latency);
  const [now, then] = latency;
  // Somebody may have changed it elsewhere; what is half typed here gives way to what holds.
  useEffect(() => setTyped([now, then]), [now, then]);

  function set([from, to]: Latency): void {
    void send({ kind: "tencent-weather", latency: [Math.min(from, to), Math.max(from, to)] });
  }

  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        set([least, most]);
      }}
    >
      <Choices
        label="Tencent answers"
        choices={latencies.map(({ name, latency: value }) => ({
          words: name,
          value,
          isChosen: value[0] === now && value[1] === then,
        }))}
        onChoose={set}
      />
      <div class="line">
        Between
        <NumberField
          label="Least ms"
          value={least}
          least={0}
          most={60_000}
          onChange={(value) => setTyped([value, most])}
        />
        and
        <NumberField
          label="Most ms"
          value={most}
          least={0}
          most={60_000}
          onChange={(value) => setTyped([least, value])}
        />
        ms
        <button type="submit" class="button" aria-label="Set latency">
          Set
        </button>
      </div>
    </form>
  );
}
