import type { ComponentChildren, JSX } from "preact";
import { IconButton } from "../parts/icon-button.tsx";
import { useSlackView } from "../parts/slack-view.ts";
import "./pane.css";

interface PaneHeadProps {
  readonly mark: ComponentChildren;
  readonly title: string;
  readonly children?: ComponentChildren;
}

/** The head of what stands in the middle, with the way to the sidebar where that is hidden. */
export function PaneHead({ mark, title, children }: PaneHeadProps): JSX.Element {
  const { openSidebar } = useSlackView();
  return (
    <header class="slack-pane-head">
      <IconButton
        icon="menu"
        label="Open sidebar"
        look="slack-open-sidebar"
        onClick={openSidebar}
      />
      <h1 class="slack-pane-title">
        {mark}
        <span>{title}</span>
      </h1>
      {children}
    </header>
  );
}
