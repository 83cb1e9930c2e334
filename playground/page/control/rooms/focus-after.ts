/**
 * Where the focus goes once a room is gone that has it: the room below, else the one above, else the
 * first field, which is what finds or makes rooms.
 *
 * @param inside anything in the room, while it is still there
 */
export function focusAfter(inside: HTMLElement): () => void {
  const item = inside.closest("li");
  const panel = inside.closest(".rooms");
  const next = item?.nextElementSibling ?? item?.previousElementSibling;
  return () => {
    const { activeElement } = document;
    const isElsewhere = activeElement !== document.body && item?.contains(activeElement) === false;
    if (isElsewhere) return;
    const summary = next?.isConnected === true ? next.querySelector("summary") : undefined;
    const field = panel?.querySelector<HTMLElement>("input[type=search]");
    (summary ?? field ?? panel?.querySelector("input"))?.focus();
  };
}
