const characters: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&" };

/**
 * Slack knows these three alone, and decodes them once: `&amp;lt;` is the text `&lt;`.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function decodeEntities(text: string): string {
  return text.replace(/&(lt|gt|amp);/g, (whole, name: string) => characters[name] ?? whole);
}
