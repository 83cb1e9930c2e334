import type { JSX } from "preact";
import { stringOf, type JsonObject } from "../../protocol/json.ts";
import type { BlockKit } from "./context.ts";
import { SafeLink } from "./safe-link.tsx";
import { safeUrl } from "./safe-url.ts";
import { PlainText } from "./text-object.tsx";

/** Buttons of older attachments. Their app is not here to answer, so only links can be used. */
export function AttachmentActions(props: {
  actions: readonly JsonObject[];
  kit: BlockKit;
}): JSX.Element {
  if (props.actions.length === 0) return <></>;
  return (
    <div class="bk-actions">
      {props.actions.map((action) => {
        const text = (
          <PlainText object={{ text: stringOf(action["text"]) ?? "" }} kit={props.kit} />
        );
        return safeUrl(action["url"]) === undefined ? (
          <button type="button" class="bk-button" disabled>
            {text}
          </button>
        ) : (
          <SafeLink url={action["url"]} class="bk-button">
            {text}
          </SafeLink>
        );
      })}
    </div>
  );
}
