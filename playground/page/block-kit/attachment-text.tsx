import type { JSX } from "preact";
import { stringOf, type JsonObject } from "../../protocol/json.ts";
import type { BlockKit } from "./context.ts";
import { Mrkdwn } from "./mrkdwn-text.tsx";

interface Props {
  readonly attachment: JsonObject;
  readonly name: "pretext" | "text" | "footer" | "fallback" | "author_subname";
  readonly class: string;
  readonly kit: BlockKit;
}

/** Mentions, links and emoji are live everywhere; styles only where `mrkdwn_in` lists the part. */
export function AttachmentText(props: Props): JSX.Element {
  const text = stringOf(props.attachment[props.name]) ?? "";
  if (text === "") return <></>;
  return (
    <div class={props.class}>
      <Mrkdwn text={text} kit={props.kit} styles={hasMarkup(props.attachment, props.name)} />
    </div>
  );
}

export function hasMarkup(attachment: JsonObject, part: string): boolean {
  const parts = attachment["mrkdwn_in"];
  return Array.isArray(parts) && parts.includes(part);
}
