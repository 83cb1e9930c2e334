import type { JSX } from "preact";
import { usePlayground } from "../../lib/playground.ts";
import { Icon } from "../parts/icon.tsx";
import { MenuButton } from "../parts/menu-button.tsx";

/** The app's shortcuts that belong to no message. */
export function ShortcutsMenu(): JSX.Element | null {
  const { scene, send } = usePlayground();
  if (scene.globalShortcuts.length === 0) return null;
  return (
    <MenuButton
      label="Shortcuts"
      items={scene.globalShortcuts.map(({ callbackId, name, description }) => ({
        name,
        hint: description,
        pick: () => void send({ kind: "global-shortcut", callbackId }),
      }))}
    >
      <Icon name="plus" />
    </MenuButton>
  );
}
