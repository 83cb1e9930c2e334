import type { JSX } from "preact";
import { objectsOf, stringOf, type JsonObject } from "../../protocol/json.ts";
import type { BlockKit } from "./context.ts";
import { safeUrl } from "./safe-url.ts";
import { SafeLink } from "./safe-link.tsx";
import { PlainText } from "./text-object.tsx";

/** The menu behind three dots. */
export function OverflowMenu(props: {
  element: JsonObject;
  blockId: string;
  kit: BlockKit;
}): JSX.Element {
  const { element, blockId, kit } = props;
  const actionId = stringOf(element["action_id"]) ?? "";
  return (
    <details class="bk-overflow">
      <summary class="bk-button" aria-label="More">
        <span aria-hidden="true">⋯</span>
      </summary>
      <ul>
        {objectsOf(element["options"]).map((option) => {
          const value = stringOf(option["value"]);
          const choose = (): void =>
            kit.onAction?.({ blockId, actionId, ...(value !== undefined && { value }) });
          const text = <PlainText object={option["text"]} kit={kit} />;
          return (
            <li>
              {safeUrl(option["url"]) === undefined ? (
                <button type="button" onClick={(event) => (fold(event.currentTarget), choose())}>
                  {text}
                </button>
              ) : (
                <SafeLink url={option["url"]} onClick={choose}>
                  {text}
                </SafeLink>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function fold(within: HTMLElement): void {
  within.closest("details")?.removeAttribute("open");
}
