import type { JSX } from "preact";
import type { BlockKit, Names } from "./context.ts";
import type { Mention } from "./mrkdwn-nodes.ts";

export function MentionText({ mention, kit }: { mention: Mention; kit: BlockKit }): JSX.Element {
  const isMine =
    mention.kind === "broadcast" || (mention.kind === "user" && mention.id === kit.viewer);
  return (
    <span class={isMine ? "bk-mention bk-mine" : "bk-mention"}>
      {mentionWords(mention, kit.names)}
    </span>
  );
}

/** As Slack shows it: the name of today, not that of when it was written. */
export function mentionWords(mention: Mention, names: Names): string {
  switch (mention.kind) {
    case "user":
      return `@${names.user(mention.id) ?? withoutSign(mention.label) ?? mention.id}`;
    case "channel":
      return `#${names.channel(mention.id) ?? withoutSign(mention.label) ?? mention.id}`;
    case "group":
      return `@${names.group(mention.id) ?? withoutSign(mention.label) ?? mention.id}`;
    case "broadcast":
      return `@${mention.range}`;
  }
}

function withoutSign(label: string | undefined): string | undefined {
  return label?.replace(/^[@#]/, "");
}
