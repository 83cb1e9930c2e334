import type { RefObject } from "preact";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

export interface StickToBottom {
  /** Whether messages came that lie below what is seen. */
  readonly hasMoreBelow: boolean;
  readonly toBottom: () => void;
}

const near = 40;

/**
 * Keeps a list at its end while its reader is there, and where it is while they are not.
 *
 * @param last the key of the last message
 * @param isOwn whether the reader wrote it, who then wants to see it in any case
 */
export function useStickToBottom(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  last: string | undefined,
  isOwn: boolean,
): StickToBottom {
  const isAtBottom = useRef(true);
  const [hasMoreBelow, setMoreBelow] = useState(false);
  const seen = useRef<string | undefined>(undefined);

  const toBottom = useCallback(() => {
    if (scroller.current !== null) scroller.current.scrollTop = scroller.current.scrollHeight;
    isAtBottom.current = true;
    setMoreBelow(false);
  }, [scroller]);

  useEffect(() => {
    const [list, inside] = [scroller.current, content.current];
    if (list === null || inside === null) return;
    let seenHeight = list.scrollHeight;
    function onScroll(): void {
      // A list that shrinks and grows again is scrolled by the browser, not by its reader.
      if (list === null || list.scrollHeight !== seenHeight) return;
      isAtBottom.current = list.scrollHeight - list.scrollTop - list.clientHeight < near;
      if (isAtBottom.current) setMoreBelow(false);
    }
    list.addEventListener("scroll", onScroll, { passive: true });
    // A card that is edited grows, and so does the composer below the list.
    const sizes = new ResizeObserver(() => {
      seenHeight = list.scrollHeight;
      if (isAtBottom.current) list.scrollTop = list.scrollHeight;
    });
    sizes.observe(list);
    sizes.observe(inside);
    return () => {
      list.removeEventListener("scroll", onScroll);
      sizes.disconnect();
    };
  }, [scroller, content]);

  useLayoutEffect(() => {
    if (last === seen.current) return;
    const isFirst = seen.current === undefined;
    // A message that was deleted at the end brings nothing new.
    const isNewer = last !== undefined && (isFirst || last > (seen.current ?? ""));
    seen.current = last;
    if (isAtBottom.current || isFirst || (isNewer && isOwn)) toBottom();
    else if (isNewer) setMoreBelow(true);
  }, [last, isOwn, toBottom]);

  return { hasMoreBelow, toBottom };
}
