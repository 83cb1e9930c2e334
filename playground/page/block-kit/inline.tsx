import type { ComponentChildren, JSX } from "preact";
import type { BlockKit } from "./context.ts";
import { DateText } from "./date-text.tsx";
import { SafeLink } from "./safe-link.tsx";
import { MentionText } from "./mention-text.tsx";
import type { Inline } from "./mrkdwn-nodes.ts";

/** Draws what a line of text consists of. All characters go out as text, never as markup. */
export function InlineNodes(props: { nodes: readonly Inline[]; kit: BlockKit }): JSX.Element {
  return (
    <>
      {props.nodes.map((node) => (
        <InlineNode node={node} kit={props.kit} />
      ))}
    </>
  );
}

function InlineNode({ node, kit }: { node: Inline; kit: BlockKit }): ComponentChildren {
  switch (node.kind) {
    case "text":
      return node.text;
    case "break":
      return <br />;
    case "bold":
      return (
        <b>
          <InlineNodes nodes={node.nodes} kit={kit} />
        </b>
      );
    case "italic":
      return (
        <i>
          <InlineNodes nodes={node.nodes} kit={kit} />
        </i>
      );
    case "strike":
      return (
        <s>
          <InlineNodes nodes={node.nodes} kit={kit} />
        </s>
      );
    case "code":
      return (
        <code class="bk-code">
          <InlineNodes nodes={node.nodes} kit={kit} />
        </code>
      );
    case "link":
      return (
        <SafeLink url={node.url}>
          <InlineNodes nodes={node.nodes} kit={kit} />
        </SafeLink>
      );
    case "emoji":
      return <EmojiSign name={node.name} character={node.character} />;
    case "date":
      return <DateText date={node} kit={kit} />;
    case "user":
    case "channel":
    case "group":
    case "broadcast":
      return <MentionText mention={node} kit={kit} />;
  }
}

export function EmojiSign(props: { name: string; character: string }): JSX.Element {
  return (
    <span class="bk-emoji" role="img" aria-label={`${props.name} emoji`} title={`:${props.name}:`}>
      {props.character}
    </span>
  );
}
