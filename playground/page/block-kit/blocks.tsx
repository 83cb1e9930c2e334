import type { JSX } from "preact";
import { stringOf, type JsonObject } from "../../protocol/json.ts";
import { ActionsBlock } from "./actions-block.tsx";
import "./block-kit.css";
import type { BlockKit } from "./context.ts";
import { ContextBlock } from "./context-block.tsx";
import { HeaderBlock, type HeadingLevel } from "./header-block.tsx";
import { ImageBlock } from "./image-block.tsx";
import { InputBlock } from "./input-block.tsx";
import { MarkdownBlock } from "./markdown-block.tsx";
import { RichText } from "./rich-text.tsx";
import { SectionBlock } from "./section.tsx";
import { TableBlock } from "./table-block.tsx";

interface Props {
  readonly blocks: readonly JsonObject[];
  readonly kit: BlockKit;
  /** Of header blocks; 3 unless told. */
  readonly headingLevel?: HeadingLevel;
}

/** Block Kit, drawn the way Slack draws it. */
export function Blocks({ blocks, kit, headingLevel = 3 }: Props): JSX.Element {
  return (
    <div class="bk-blocks">
      {blocks.map((block, index) => (
        <Block
          key={stringOf(block["block_id"]) ?? index}
          block={block}
          kit={kit}
          headingLevel={headingLevel}
        />
      ))}
    </div>
  );
}

function Block(props: {
  block: JsonObject;
  kit: BlockKit;
  headingLevel: HeadingLevel;
}): JSX.Element {
  const { block, kit, headingLevel } = props;
  switch (block["type"]) {
    case "header":
      return <HeaderBlock block={block} kit={kit} level={headingLevel} />;
    case "section":
      return <SectionBlock block={block} kit={kit} />;
    case "context":
      return <ContextBlock block={block} kit={kit} />;
    case "actions":
      return <ActionsBlock block={block} kit={kit} />;
    case "divider":
      return <hr class="bk-divider" />;
    case "image":
      return <ImageBlock block={block} kit={kit} />;
    case "input":
      return <InputBlock block={block} kit={kit} />;
    case "rich_text":
      return <RichText block={block} kit={kit} />;
    case "markdown":
      return <MarkdownBlock block={block} />;
    case "table":
      return <TableBlock block={block} kit={kit} />;
    default:
      return <p class="bk-quiet">A block of type {String(block["type"])}</p>;
  }
}
