import type { JSX } from "preact";

interface Props<T> {
  readonly label: string;
  readonly choices: readonly {
    readonly words: string;
    readonly value: T;
    readonly isChosen: boolean;
  }[];
  readonly onChoose: (value: T) => void;
}

/** A row of buttons of which one at most is pressed. */
export function Choices<T>({ label, choices, onChoose }: Props<T>): JSX.Element {
  return (
    <div class="choices" role="group" aria-label={label}>
      <span class="choices-label" aria-hidden="true">
        {label}
      </span>
      <span class="segments">
        {choices.map(({ words, value, isChosen }) => (
          <button
            key={words}
            type="button"
            class="button segment"
            aria-pressed={isChosen}
            onClick={() => onChoose(value)}
          >
            {words}
          </button>
        ))}
      </span>
    </div>
  );
}
