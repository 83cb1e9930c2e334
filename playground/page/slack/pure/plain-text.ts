/** Text as Slack stores it, with its names, links and entities, made plain. */

export interface Naming {
  user(id: string): string | undefined;
  channel(id: string): string | undefined;
}

/** `&lt;` in a message is a character that somebody wrote, never the beginning of a name. */
const aToken = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

/** To be read out, or shown as an excerpt. */
export function plainText(text: string, names: Naming): string {
  return unescaped(
    text.replaceAll(aToken, (_, sign: string, target: string, label?: string) => {
      if (sign === "@") return `@${names.user(target) ?? label ?? target}`;
      if (sign === "#") return `#${names.channel(target) ?? label ?? target}`;
      if (sign === "!") return label ?? `@${target}`;
      return label ?? target;
    }),
  );
}

/** As its author typed it, to be edited. */
export function typedText(text: string, names: Naming): string {
  return unescaped(
    text.replaceAll(aToken, (_, sign: string, target: string, label?: string) => {
      if (sign === "@") return `@${names.user(target) ?? target}`;
      if (sign === "#") return `#${names.channel(target) ?? label ?? target}`;
      if (sign === "!") return target.startsWith("subteam^") ? (label ?? target) : `@${target}`;
      return target;
    }),
  );
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** The beginning of a text on one line. */
export function excerpt(text: string, most: number): string {
  const characters = [...text.replaceAll(/\s+/g, " ").trim()];
  return characters.length <= most
    ? characters.join("")
    : `${characters.slice(0, most - 1).join("")}…`;
}
