import type { JSX } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { Icon } from "../parts/icon.tsx";
import { keepTheme, keptTheme, showTheme, themes } from "./theme.ts";
import "./theme-toggle.css";

const looks = {
  light: { words: "Light", icon: "sun" },
  dark: { words: "Dark", icon: "moon" },
  system: { words: "System", icon: "screen" },
} as const;

export function ThemeToggle(): JSX.Element {
  const [theme, setTheme] = useState(keptTheme);
  useLayoutEffect(() => showTheme(theme), [theme]);
  return (
    <fieldset class="slack-themes">
      <legend class="unseen">Theme</legend>
      {themes.map((each) => (
        <label key={each} class="slack-theme" title={looks[each].words}>
          <input
            class="unseen"
            type="radio"
            name="slack-theme"
            checked={each === theme}
            onChange={() => {
              setTheme(each);
              keepTheme(each);
            }}
          />
          <Icon name={looks[each].icon} />
          <span class="unseen">{looks[each].words}</span>
        </label>
      ))}
    </fieldset>
  );
}
