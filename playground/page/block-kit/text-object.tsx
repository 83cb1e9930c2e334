import type { JSX } from "preact";
import { isObject, stringOf } from "../../protocol/json.ts";
import type { BlockKit } from "./context.ts";
import { InlineNodes } from "./inline.tsx";
import { Mrkdwn } from "./mrkdwn-text.tsx";
import { readPlainText } from "./plain-text.ts";

/** A text object, `mrkdwn` or `plain_text`, on lines of its own. */
export function TextObject({ object, kit }: { object: unknown; kit: BlockKit }): JSX.Element {
  if (!isObject(object)) return <></>;
  if (object["type"] === "mrkdwn") {
    const text = stringOf(object["text"]) ?? "";
    return <Mrkdwn text={text} kit={kit} verbatim={object["verbatim"] === true} />;
  }
  return (
    <div class="bk-text">
      <PlainText object={object} kit={kit} />
    </div>
  );
}

/** A `plain_text` object within a line. */
export function PlainText({ object, kit }: { object: unknown; kit: BlockKit }): JSX.Element {
  return <InlineNodes nodes={isObject(object) ? readPlainText(object) : []} kit={kit} />;
}
