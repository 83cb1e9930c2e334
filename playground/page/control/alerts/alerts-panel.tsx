import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { usePlayground } from "../../lib/playground.ts";
import { AlertForm } from "./alert-form.tsx";
import "./alerts.css";
import { StepForm } from "./step-form.tsx";

/** What comes to the bot without a person: alerts of other bots, and workflows. */
export function AlertsPanel(): JSX.Element {
  const { state } = usePlayground();
  const rooms = useId();
  return (
    <div class="alerts">
      <datalist id={rooms}>
        {[...state.room.values()].map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </datalist>
      <AlertForm roomList={rooms} />
      <StepForm roomList={rooms} />
    </div>
  );
}
