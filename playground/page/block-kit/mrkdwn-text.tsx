import type { JSX } from "preact";
import type { BlockKit } from "./context.ts";
import { InlineNodes } from "./inline.tsx";
import { readMrkdwn, type MrkdwnOptions } from "./mrkdwn.ts";
import type { Passage } from "./mrkdwn-nodes.ts";

interface Props extends MrkdwnOptions {
  readonly text: string;
  readonly kit: BlockKit;
}

/** Slack's markup, as the text of a message or of a part of it. */
export function Mrkdwn({ text, kit, ...options }: Props): JSX.Element {
  return (
    <div class="bk-text">
      {readMrkdwn(text, options).map((passage) => (
        <PassageText passage={passage} kit={kit} />
      ))}
    </div>
  );
}

function PassageText({ passage, kit }: { passage: Passage; kit: BlockKit }): JSX.Element {
  const nodes = <InlineNodes nodes={passage.nodes} kit={kit} />;
  switch (passage.kind) {
    case "lines":
      return <div>{nodes}</div>;
    case "quote":
      return <blockquote class="bk-quote">{nodes}</blockquote>;
    case "preformatted":
      return <pre class="bk-pre">{nodes}</pre>;
  }
}
