export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

const storedAs = "playground theme";

/** A browser may forbid a page to keep anything; then the choice lasts as long as the page. */
export function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(storedAs);
    return themes.find((theme) => theme === kept) ?? "system";
  } catch {
    return "system";
  }
}

export function keepTheme(theme: Theme): void {
  try {
    localStorage.setItem(storedAs, theme);
  } catch {
    // It is kept for this page alone.
  }
}

export function showTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}
