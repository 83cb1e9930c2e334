import type { JSX } from "preact";

interface Props {
  /** For screen readers; the words around the field say it to everybody else. */
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

export function NumberField({ label, value, least, most, onChange }: Props): JSX.Element {
  return (
    <input
      class="field number"
      type="number"
      aria-label={label}
      required
      min={least}
      max={most}
      step={1}
      value={Number.isNaN(value) ? "" : value}
      onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
    />
  );
}
