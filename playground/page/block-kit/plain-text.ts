import type { JsonObject } from "../../protocol/json.ts";
import { emojiAt } from "./emoji.ts";
import { decodeEntities } from "./entities.ts";
import type { Inline } from "./mrkdwn-nodes.ts";

/** Reads a `plain_text` object: nothing in it is live but, unless it says no, shortcodes of emoji. */
export function readPlainText(object: JsonObject): readonly Inline[] {
  const text = typeof object["text"] === "string" ? object["text"] : "";
  const nodes: Inline[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (index > 0) nodes.push({ kind: "break" });
    nodes.push(...readEmoji(line, object["emoji"] !== false));
  }
  return nodes;
}

function readEmoji(line: string, isLive: boolean): readonly Inline[] {
  const nodes: Inline[] = [];
  let from = 0;
  const pushText = (to: number): void => {
    if (to > from) nodes.push({ kind: "text", text: decodeEntities(line.slice(from, to)) });
  };
  let at = isLive ? line.indexOf(":") : -1;
  while (at !== -1) {
    const found = emojiAt(line, at);
    if (found !== undefined) {
      pushText(at);
      nodes.push({ kind: "emoji", name: found.name, character: found.character });
      from = at + found.length;
    }
    at = line.indexOf(":", Math.max(from, at + 1));
  }
  pushText(line.length);
  return nodes;
}

/** For places that hold characters alone: options of a select, placeholders, names of images. */
export function plainString(object: unknown): string {
  if (typeof object !== "object" || object === null) return "";
  return readPlainText(object as JsonObject)
    .map((node) => {
      if (node.kind === "text") return node.text;
      return node.kind === "emoji" ? node.character : "\n";
    })
    .join("");
}
