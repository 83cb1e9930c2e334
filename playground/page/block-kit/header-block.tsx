import { h, type JSX } from "preact";
import type { JsonObject } from "../../protocol/json.ts";
import type { BlockKit } from "./context.ts";
import { PlainText } from "./text-object.tsx";

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

export function HeaderBlock(props: {
  block: JsonObject;
  kit: BlockKit;
  level: HeadingLevel;
}): JSX.Element {
  return h(
    `h${props.level}`,
    { class: "bk-header" },
    <PlainText object={props.block["text"]} kit={props.kit} />,
  );
}
