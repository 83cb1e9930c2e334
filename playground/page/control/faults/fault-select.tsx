import type { JSX } from "preact";
import type { Fault } from "../../../protocol/acts.ts";
import { usePlayground } from "../../lib/playground.ts";
import { faultGroups, faultKey } from "./fault-choices.ts";

interface Props {
  readonly label: string;
  readonly fault: Fault | null;
  readonly onChoose: (fault: Fault | null) => void;
}

export function FaultSelect({ label, fault, onChoose }: Props): JSX.Element {
  const { scene } = usePlayground();
  const groups = faultGroups(scene.codes, fault);

  function choose(key: string): void {
    const choices = groups.flatMap((group) => group.choices);
    onChoose(choices.find((choice) => choice.key === key)?.fault ?? null);
  }

  return (
    <label class="labelled">
      {label}
      <select
        class="field"
        value={faultKey(fault)}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="none">none</option>
        {groups.map(({ name, choices }) => (
          <optgroup key={name} label={name}>
            {choices.map(({ key, words }) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
