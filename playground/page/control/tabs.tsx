import type { ComponentChildren, JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { tabAfterKey } from "./tab-keys.ts";

interface Tab {
  readonly id: string;
  readonly label: string;
  /** Something small behind the label, with words for screen readers. */
  readonly mark?: ComponentChildren;
  readonly panel: ComponentChildren;
}

interface Props {
  readonly label: string;
  readonly tabs: readonly Tab[];
}

/** All panels stay mounted, so that a half-filled form is still there when one comes back. */
export function Tabs({ label, tabs }: Props): JSX.Element {
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    const next = tabAfterKey(event.key, chosen, tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  }

  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`tab-${tab.id}`}
            class="tab"
            aria-selected={index === chosen}
            aria-controls={`panel-${tab.id}`}
            tabIndex={index === chosen ? 0 : -1}
            onClick={() => setChosen(index)}
          >
            {tab.label}
            {tab.mark}
          </button>
        ))}
      </div>
      {tabs.map((tab, index) => (
        <div
          key={tab.id}
          role="tabpanel"
          id={`panel-${tab.id}`}
          class="panel"
          aria-labelledby={`tab-${tab.id}`}
          tabIndex={0}
          hidden={index !== chosen}
        >
          {tab.panel}
        </div>
      ))}
    </>
  );
}
