import type { ComponentChildren, JSX } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { Menu, type MenuItem } from "./menu.tsx";

interface MenuButtonProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly tabIndex?: number;
  readonly children: ComponentChildren;
}

/** A button that opens a menu, as https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/ has it. */
export function MenuButton({ label, items, tabIndex = 0, children }: MenuButtonProps): JSX.Element {
  const [opened, setOpened] = useState<"first" | "last">();
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    event.stopPropagation();
    setOpened(event.key === "ArrowDown" ? "first" : "last");
  }

  function close(isFocusBack: boolean): void {
    setOpened(undefined);
    if (isFocusBack) button.current?.focus();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={opened !== undefined}
        {...(opened === undefined ? {} : { "aria-controls": id })}
        tabIndex={tabIndex}
        onClick={() => setOpened((before) => (before === undefined ? "first" : undefined))}
        onKeyDown={onKeyDown}
      >
        {children}
      </button>
      {opened !== undefined && (
        <Menu
          id={id}
          label={label}
          items={items}
          startAt={opened}
          anchor={button}
          onClose={close}
        />
      )}
    </>
  );
}
