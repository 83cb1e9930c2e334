import type { JSX } from "preact";
import type { WeatherRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { Choices } from "./choices.tsx";
import { RateLimitForm } from "./rate-limit-form.tsx";

interface Props {
  readonly slack: WeatherRow["slack"];
}

const repeatChoices = ["never", "once", "twice", "3 times"];

export function SlackWeather({ slack }: Props): JSX.Element {
  const { send, scene } = usePlayground();
  const { waitingFaults, repeats, sockets } = slack;
  const isSocket = scene.mode === "socket";

  async function clear(): Promise<void> {
    const result = await send({ kind: "slack-fair-weather" });
    // Repeats are no fault that waits: they go on until they are ended.
    if (result.ok && repeats > 0) await send({ kind: "slack-repeats", times: 0 });
  }

  return (
    <fieldset class="box">
      <legend>Slack</legend>
      <div class="stack">
        <RateLimitForm />
        <div class="line">
          <button
            type="button"
            class="button"
            onClick={() => void send({ kind: "slack-lost-connection" })}
          >
            Cut the connection
          </button>
          <span class="soft">
            {isSocket
              ? "Every connection closes; the bot opens new ones."
              : "The bot’s next calls to Slack break off."}
          </span>
        </div>
        <Choices
          label="Tell the bot of each message again"
          choices={repeatChoices.map((words, value) => ({
            words,
            value,
            isChosen: value === repeats,
          }))}
          onChoose={(times) => void send({ kind: "slack-repeats", times })}
        />
        <dl class="figures">
          <div>
            <dt>Calls that will go wrong</dt>
            <dd>{waitingFaults}</dd>
          </div>
          {isSocket && (
            <div>
              <dt>Open sockets</dt>
              <dd>{sockets}</dd>
            </div>
          )}
        </dl>
        <button type="button" class="button" onClick={() => void clear()}>
          Fair weather at Slack
        </button>
      </div>
    </fieldset>
  );
}
