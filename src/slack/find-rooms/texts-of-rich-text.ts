import { get, listIn, type Gatherer } from "./gather.ts";

/**
 * A rich_text block as one text: what styles split is joined again, code gets its back-ticks, and
 * list items their bullets. Names of people and channels, emoji and dates become a blank.
 */
export function textOfRichText(to: Gatherer, block: unknown, depth: number): string {
  return listIn(block, "elements")
    .map((part) => textOfPart(to, part, depth))
    .join("\n");
}

function textOfPart(to: Gatherer, part: unknown, depth: number): string {
  if (!to.step(depth)) return "";
  const inner = listIn(part, "elements");
  if (get(part, "type") === "rich_text_list") {
    return inner.map((item) => `• ${textOfPart(to, item, depth + 1)}`).join("\n");
  }
  let text = "";
  let inCode = false;
  for (const element of inner) {
    if (!to.step(depth + 1)) break;
    const isCode = get(get(element, "style"), "code") === true;
    if (isCode !== inCode) text += "`";
    inCode = isCode;
    text += textOfElement(to, element, depth + 1);
  }
  return inCode ? `${text}\`` : text;
}

function textOfElement(to: Gatherer, element: unknown, depth: number): string {
  const text = get(element, "text");
  const type = get(element, "type");
  if (typeof text === "string" && (type === "text" || type === "link")) return text;
  // Sections inside of lists and quotes, in some clients one level deeper than documented.
  return listIn(element, "elements").length > 0 ? textOfPart(to, element, depth + 1) : " ";
}

/** The addresses of its link elements, in order. */
export function linksOfRichText(to: Gatherer, part: unknown, depth: number): readonly string[] {
  if (!to.step(depth)) return [];
  const url = get(part, "url");
  return [
    ...(typeof url === "string" ? [url] : []),
    ...listIn(part, "elements").flatMap((inner) => linksOfRichText(to, inner, depth + 1)),
  ];
}
