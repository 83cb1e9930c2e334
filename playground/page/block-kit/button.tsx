import type { JSX } from "preact";
import { isObject, stringOf, type JsonObject } from "../../protocol/json.ts";
import { ConfirmedButton } from "./confirmed-button.tsx";
import type { BlockKit } from "./context.ts";
import { SafeLink } from "./safe-link.tsx";
import { safeUrl } from "./safe-url.ts";
import { PlainText } from "./text-object.tsx";

export function Button(props: {
  element: JsonObject;
  blockId: string;
  kit: BlockKit;
}): JSX.Element {
  const { element, blockId, kit } = props;
  const { confirm, url } = element;
  const value = stringOf(element["value"]);
  const press =
    kit.onAction &&
    ((): void =>
      kit.onAction?.({
        blockId,
        actionId: stringOf(element["action_id"]) ?? "",
        ...(value !== undefined && { value }),
      }));
  const looks = `bk-button${styleClass(element["style"])}`;
  const text = <PlainText object={element["text"]} kit={kit} />;
  if (safeUrl(url) !== undefined) {
    return (
      <SafeLink url={url} class={looks} {...(press !== undefined && { onClick: press })}>
        {text}
      </SafeLink>
    );
  }
  if (isObject(confirm) && press !== undefined) {
    return (
      <ConfirmedButton class={looks} confirm={confirm} onConfirm={press} kit={kit}>
        {text}
      </ConfirmedButton>
    );
  }
  return (
    <button
      type="button"
      class={looks}
      aria-label={stringOf(element["accessibility_label"])}
      disabled={press === undefined}
      onClick={press}
    >
      {text}
    </button>
  );
}

function styleClass(style: unknown): string {
  return style === "primary" || style === "danger" ? ` bk-${style}` : "";
}
