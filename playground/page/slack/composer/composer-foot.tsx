import type { JSX } from "preact";
import { Icon } from "../parts/icon.tsx";
import { ShortcutsMenu } from "./shortcuts-menu.tsx";

interface ComposerFootProps {
  readonly isInThread: boolean;
  /** How the typed command is used. */
  readonly usage: string | undefined;
  readonly canSend: boolean;
  /** How much of the text is too much. */
  readonly surplus: string | undefined;
  readonly surplusId: string;
  /** Where a reply may go as well, such as `#support`. */
  readonly broadcastTo: string | undefined;
  readonly isBroadcast: boolean;
  readonly onBroadcast: (isBroadcast: boolean) => void;
}

/** What stands below the text. */
export function ComposerFoot(props: ComposerFootProps): JSX.Element {
  const { isInThread, usage, canSend, broadcastTo, isBroadcast, onBroadcast } = props;
  const { surplus, surplusId } = props;
  return (
    <div class="slack-composer-foot">
      {!isInThread && <ShortcutsMenu />}
      {broadcastTo !== undefined && (
        <label class="slack-broadcast">
          <input
            type="checkbox"
            checked={isBroadcast}
            onChange={({ currentTarget }) => onBroadcast(currentTarget.checked)}
          />
          Also send to {broadcastTo}
        </label>
      )}
      {surplus !== undefined && (
        <span id={surplusId} class="slack-composer-surplus">
          {surplus}
        </span>
      )}
      {usage !== undefined && <span class="slack-composer-usage">{usage}</span>}
      <button
        type="submit"
        class="icon-button slack-send"
        aria-label="Send message"
        title="Send message"
        disabled={!canSend}
      >
        <Icon name="send" />
      </button>
    </div>
  );
}
