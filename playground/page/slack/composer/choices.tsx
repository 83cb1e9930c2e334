import type { JSX } from "preact";
import type { Choice } from "../pure/completion.ts";
import type { OpenCompletion } from "./use-completion.ts";
import "./choices.css";

interface ChoicesProps {
  readonly id: string;
  readonly open: OpenCompletion;
  readonly onChoose: (choice: Choice) => void;
}

/** The choices above the composer. The focus stays in the text, which names the marked one. */
export function Choices({ id, open, onChoose }: ChoicesProps): JSX.Element {
  const { title, choices } = open.completion;
  return (
    <div class="slack-choices">
      <p class="slack-choices-title" aria-hidden="true">
        {title}
      </p>
      <div role="listbox" id={id} aria-label={title}>
        {choices.map((choice, index) => (
          <div
            key={choice.insert}
            id={choiceId(id, index)}
            class="slack-choice"
            role="option"
            aria-selected={index === open.at}
            // The text keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(choice)}
          >
            <span class="slack-choice-name">{choice.name}</span>{" "}
            {choice.detail !== "" && <span class="slack-choice-detail">{choice.detail}</span>}{" "}
            {choice.description !== "" && (
              <span class="slack-choice-description">{choice.description}</span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

export function choiceId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
