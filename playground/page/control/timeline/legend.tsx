import type { JSX } from "preact";

interface Props {
  readonly isOpen: boolean;
  readonly onFold: (isOpen: boolean) => void;
}

/** The way through, for somebody who sees the timeline for the first time. */
export function Legend({ isOpen, onFold }: Props): JSX.Element {
  return (
    <details class="legend" open={isOpen}>
      <summary
        onClick={(event) => {
          event.preventDefault();
          onFold(!isOpen);
        }}
      >
        How to read this
      </summary>
      <ol>
        <li>
          <b class="to-slack">Slack</b> delivers to <b class="to-bot">Greenroom</b> what somebody
          did.
        </li>
        <li>
          Greenroom acknowledges at once: Slack waits 3 s for that (a dotted mark), and no longer.
        </li>
        <li>
          Greenroom asks <b class="to-tencent">Tencent</b> once, also for several equal questions.
        </li>
        <li>Greenroom sends the answer to Slack, as a call of its own.</li>
        <li>A bar has the colour of the one waited for. Striped with a ✕: it failed.</li>
      </ol>
    </details>
  );
}
