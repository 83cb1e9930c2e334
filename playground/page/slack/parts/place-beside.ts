const gap = 4;

/** Puts a popover under a button, or above it where there is no room, inside the window. */
export function placeBeside(popover: HTMLElement, button: HTMLElement): void {
  const [around, own] = [button.getBoundingClientRect(), popover.getBoundingClientRect()];
  const isBelow = around.bottom + gap + own.height <= innerHeight;
  const top = isBelow ? around.bottom + gap : Math.max(gap, around.top - gap - own.height);
  const left = Math.max(gap, Math.min(around.right - own.width, innerWidth - own.width - gap));
  const leftEdge = around.left + own.width <= innerWidth / 2 ? around.left : left;
  // Set one by one: the page's policy forbids style attributes, not these.
  popover.style.top = `${top}px`;
  popover.style.left = `${leftEdge}px`;
}
