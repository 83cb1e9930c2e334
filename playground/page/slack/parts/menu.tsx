import type { JSX, RefObject } from "preact";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import { listStep } from "../pure/list-step.ts";
import { placeBeside } from "./place-beside.ts";
import "./menu.css";

export interface MenuItem {
  readonly name: string;
  readonly hint?: string;
  readonly isDanger?: boolean;
  readonly pick: () => void;
}

interface MenuProps {
  readonly id: string;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly startAt: "first" | "last";
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: (isFocusBack: boolean) => void;
}

/** The menu itself, while it is open. It lies in the top layer, where no list cuts it off. */
export function Menu({ id, label, items, startAt, anchor, onClose }: MenuProps): JSX.Element {
  const menu = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const [element, button] = [menu.current, anchor.current];
    if (element === null || button === null) return;
    element.showPopover();
    const place = (): void => placeBeside(element, button);
    place();
    const all = element.querySelectorAll<HTMLElement>("[role=menuitem]");
    all[startAt === "first" ? 0 : all.length - 1]?.focus();
    addEventListener("resize", place);
    addEventListener("scroll", place, true);
    return () => {
      removeEventListener("resize", place);
      removeEventListener("scroll", place, true);
    };
  }, [anchor, startAt]);

  useEffect(() => {
    function onPointerDown({ target }: PointerEvent): void {
      if (!(target instanceof Node)) return;
      // The button closes it by itself.
      if (menu.current?.contains(target) || anchor.current?.contains(target)) return;
      close.current(false);
    }
    document.addEventListener("pointerdown", onPointerDown);
    return () => document.removeEventListener("pointerdown", onPointerDown);
  }, [anchor]);

  function onKeyDown(event: KeyboardEvent): void {
    const all = [...(menu.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const at = all.findIndex((item) => item === document.activeElement);
    const letter = event.key.length === 1 ? event.key.toLowerCase() : undefined;
    const byLetter = letter === undefined ? -1 : byFirstLetter(items, letter, at);
    const next = listStep(event.key, at, all.length) ?? (byLetter < 0 ? undefined : byLetter);
    // What a menu takes is not for the list or the pane around it.
    event.stopPropagation();
    if (next !== undefined) {
      event.preventDefault();
      all[next]?.focus();
    } else if (event.key === "Escape") {
      event.preventDefault();
      onClose(true);
    } else if (event.key === "Tab") {
      // The browser goes on from the button.
      onClose(true);
    }
  }

  return (
    <div
      ref={menu}
      id={id}
      class="slack-menu"
      popover="manual"
      role="menu"
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {items.map(({ name, hint, isDanger = false, pick }, index) => (
        <button
          key={name}
          type="button"
          role="menuitem"
          tabIndex={-1}
          class={isDanger ? "slack-menu-item is-danger" : "slack-menu-item"}
          {...(hint === undefined ? {} : { "aria-describedby": `${hintId}-${index}` })}
          onClick={() => {
            onClose(true);
            pick();
          }}
        >
          {name}
          {hint !== undefined && (
            // It describes the item and is no part of its name.
            <span id={`${hintId}-${index}`} class="slack-menu-hint" aria-hidden="true">
              {hint}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

function byFirstLetter(items: readonly MenuItem[], letter: string, after: number): number {
  const starts = ({ name }: MenuItem): boolean => name.toLowerCase().startsWith(letter);
  const next = items.findIndex((item, index) => index > after && starts(item));
  return next >= 0 ? next : items.findIndex((item) => starts(item));
}
