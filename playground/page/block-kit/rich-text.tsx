import { h, type ComponentChildren, type JSX } from "preact";
import { objectsOf, type JsonObject } from "../../protocol/json.ts";
import type { BlockKit } from "./context.ts";
import { RichTextElements } from "./rich-text-elements.tsx";

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export function RichText({ block, kit }: { block: JsonObject; kit: BlockKit }): JSX.Element {
  return (
    <div class="bk-text bk-rich">
      {objectsOf(block["elements"]).map((part) => (
        <Part part={part} kit={kit} />
      ))}
    </div>
  );
}

function Part({ part, kit }: { part: JsonObject; kit: BlockKit }): JSX.Element {
  const elements = <RichTextElements elements={objectsOf(part["elements"])} kit={kit} />;
  switch (part["type"]) {
    case "rich_text_section":
      return <div>{elements}</div>;
    case "rich_text_quote":
      return <blockquote class="bk-quote">{elements}</blockquote>;
    case "rich_text_preformatted":
      return <pre class="bk-pre">{elements}</pre>;
    case "rich_text_list":
      return <List list={part} kit={kit} />;
    default:
      return <p class="bk-quiet">A part of type {String(part["type"])}</p>;
  }
}

/** Slack sends nested lists one after the other, each with its depth. */
function List({ list, kit }: { list: JsonObject; kit: BlockKit }): JSX.Element {
  const indent = Math.min(Math.max(wholeOf(list["indent"]), 0), 8);
  const isOrdered = list["style"] === "ordered";
  const border = list["border"] === 1 ? " bk-bordered" : "";
  const items: ComponentChildren = objectsOf(list["elements"]).map((item) => (
    <li>
      <RichTextElements elements={objectsOf(item["elements"])} kit={kit} />
    </li>
  ));
  return h(
    isOrdered ? "ol" : "ul",
    {
      class: `bk-list bk-indent-${indent} bk-marker-${indent % 3}${border}`,
      ...(isOrdered && { start: wholeOf(list["offset"]) + 1 }),
    },
    items,
  );
}

function wholeOf(value: unknown): number {
  return Number.isSafeInteger(value) ? Number(value) : 0;
}
