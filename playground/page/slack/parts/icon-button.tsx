import type { JSX } from "preact";
import { Icon, type IconName } from "./icon.tsx";

interface IconButtonProps {
  readonly icon: IconName;
  /** Its name, for a screen reader and for the pointer that rests on it. */
  readonly label: string;
  readonly onClick: () => void;
  readonly tabIndex?: number;
  /** Where one of them has its own place. */
  readonly look?: string;
}

export function IconButton({ icon, label, look, ...rest }: IconButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={look === undefined ? "icon-button" : `icon-button ${look}`}
      aria-label={label}
      title={label}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
}
