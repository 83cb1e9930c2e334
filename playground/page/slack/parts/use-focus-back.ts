import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { JsonObject } from "../../../protocol/json.ts";

/** A button by its words, and by how many with the same words stand before it. */
interface Pressed {
  readonly words: string;
  readonly before: number;
}

/**
 * What an app draws anew takes away the button that was pressed, and the focus with it. It goes to
 * the one that took its place, or to what is around it.
 *
 * @returns to be called when one of the buttons is pressed
 */
export function useFocusBack(
  place: RefObject<HTMLElement | null>,
  blocks: readonly JsonObject[],
): () => void {
  const pressed = useRef<Pressed | undefined>(undefined);

  useLayoutEffect(() => {
    const [inside, { activeElement }] = [place.current, document];
    if (inside === null || pressed.current === undefined) return;
    if (activeElement !== document.body) {
      if (!inside.contains(activeElement)) pressed.current = undefined;
      return;
    }
    const { words, before } = pressed.current;
    const same = buttonsIn(inside, words);
    const around = inside.closest<HTMLElement>("article, [role=tabpanel]");
    (same[before] ?? same.at(-1) ?? around)?.focus({ preventScroll: true });
  }, [blocks, place]);

  return () => {
    const [inside, { activeElement }] = [place.current, document];
    if (inside === null || !(activeElement instanceof HTMLButtonElement)) return;
    const words = activeElement.textContent;
    const before = buttonsIn(inside, words).indexOf(activeElement);
    pressed.current = before < 0 ? undefined : { words, before };
  };
}

function buttonsIn(inside: HTMLElement, words: string): readonly HTMLButtonElement[] {
  const all = [...inside.querySelectorAll("button")];
  return all.filter(({ textContent }) => textContent === words);
}
