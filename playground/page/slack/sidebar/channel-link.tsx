import type { ComponentChildren, JSX } from "preact";
import type { Unread } from "../pure/unread.ts";

interface ChannelLinkProps {
  readonly mark: ComponentChildren;
  readonly name: string;
  /** For screen readers, such as "private channel". */
  readonly kind?: string;
  readonly isChosen: boolean;
  readonly unread: Unread | undefined;
  readonly onChoose: () => void;
}

/** A row of the sidebar. */
export function ChannelLink(props: ChannelLinkProps): JSX.Element {
  const { mark, name, kind, isChosen, unread, onChoose } = props;
  const looks = [
    "slack-link",
    isChosen ? "is-chosen" : "",
    unread === undefined ? "" : "is-unread",
  ];
  return (
    <li>
      <button
        type="button"
        class={looks.filter(Boolean).join(" ")}
        {...(isChosen ? { "aria-current": "page" as const } : {})}
        onClick={onChoose}
      >
        <span class="slack-link-mark">{mark}</span>
        <span class="slack-link-name">{name}</span>
        {kind !== undefined && <span class="unseen">, {kind}</span>}
        {unread !== undefined && unread.count === 0 && <span class="unseen">, unread</span>}
        {unread !== undefined && unread.count > 0 && (
          <span class="slack-badge">
            <span class="unseen">, </span>
            {unread.count}
            <span class="unseen"> unread</span>
          </span>
        )}
      </button>
    </li>
  );
}
