import type { JSX } from "preact";
import type { WeatherRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { FaultSelect } from "../faults/fault-select.tsx";
import { Choices } from "./choices.tsx";
import { LatencyForm } from "./latency-form.tsx";
import { fairLatency, fairQps, quotas } from "./weather-words.ts";

interface Props {
  readonly tencent: WeatherRow["tencent"];
}

export function TencentWeather({ tencent }: Props): JSX.Element {
  const { send } = usePlayground();
  const { latency, fault, qps, queries, refused, mostInASlidingSecond } = tencent;

  function clear(): void {
    const [least, most] = fairLatency;
    void send({ kind: "tencent-weather", latency: [least, most], fault: null, qps: fairQps });
  }

  return (
    <fieldset class="box">
      <legend>Tencent</legend>
      <div class="stack">
        <LatencyForm latency={latency} />
        <FaultSelect
          label="Trouble with all rooms"
          fault={fault}
          onChoose={(wanted) => void send({ kind: "tencent-weather", fault: wanted })}
        />
        <div>
          <Choices
            label="Queries that Tencent takes each second"
            choices={quotas.map((value) => ({
              words: String(value),
              value,
              isChosen: value === qps,
            }))}
            onChoose={(value) => void send({ kind: "tencent-weather", qps: value })}
          />
          <p class="soft">From the bot. Your own servers use the rest.</p>
        </div>
        <dl class="figures">
          <div>
            <dt>Queries so far</dt>
            <dd>{queries}</dd>
          </div>
          <div>
            <dt>Refused as too many</dt>
            <dd>{refused}</dd>
          </div>
          <div>
            <dt>Most in one second</dt>
            <dd>{mostInASlidingSecond}</dd>
          </div>
        </dl>
        <button type="button" class="button" onClick={clear}>
          Fair weather at Tencent
        </button>
      </div>
    </fieldset>
  );
}
