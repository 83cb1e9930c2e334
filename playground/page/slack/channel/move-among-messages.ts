import type { TargetedKeyboardEvent } from "preact";

/** Arrow keys, Home and End move the focus from message to message, once one of them has it. */
export function moveAmongMessages(event: TargetedKeyboardEvent<HTMLElement>): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("article")];
  const at = all.findIndex((article) => article === event.target);
  if (at < 0) return;
  const next = nextOf(event.key, at, all.length);
  if (next === undefined) return;
  event.preventDefault();
  all[next]?.focus();
}

function nextOf(key: string, at: number, length: number): number | undefined {
  if (key === "ArrowDown") return Math.min(at + 1, length - 1);
  if (key === "ArrowUp") return Math.max(at - 1, 0);
  if (key === "Home") return 0;
  if (key === "End") return length - 1;
  return undefined;
}
