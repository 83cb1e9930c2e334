import type { JSX } from "preact";
import { hueOf, initialsOf } from "../pure/avatar-look.ts";
import "./avatar.css";

interface AvatarProps {
  readonly name: string;
  readonly isApp?: boolean;
  readonly isSmall?: boolean;
  /** Nobody in particular: the message was deleted. */
  readonly isGone?: boolean;
}

/** Initials on a colour. The name stands beside it, so that it says nothing by itself. */
export function Avatar(props: AvatarProps): JSX.Element {
  const { name, isApp = false, isSmall = false, isGone = false } = props;
  const looks = [
    "slack-avatar",
    isGone ? "is-gone" : `slack-hue-${hueOf(name)}`,
    isApp ? "is-app" : "",
    isSmall ? "is-small" : "",
  ];
  return (
    <span class={looks.filter(Boolean).join(" ")} aria-hidden="true">
      {isGone ? "" : shown(name, isApp)}
    </span>
  );
}

function shown(name: string, isApp: boolean): string {
  const initials = initialsOf(name);
  return isApp ? ([...initials][0] ?? "") : initials;
}
