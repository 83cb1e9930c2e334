/** The message above another in its list, or else below: where the focus goes when that one goes. */
export function neighbourOf(element: HTMLElement | null): HTMLElement | undefined {
  const own = element?.closest("article");
  const all = [...(own?.closest("ol")?.querySelectorAll("article") ?? [])];
  const at = all.findIndex((article) => article === own);
  return all[at - 1] ?? all[at + 1];
}
