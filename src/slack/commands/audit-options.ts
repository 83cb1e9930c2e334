/** What may stand behind the room of an audit: `by` and a person. */
export interface AuditOptions {
  readonly target: string;
  /** Slack's ID; null for a name, since Slack does not tell whose it is behind a slash command. */
  readonly person: string | null | undefined;
}

/** A member's ID as it is copied or as Slack writes it in a message, or a name with its @. */
const byPerson = /(?:^| )by +(?:<@([UW][A-Z0-9]{2,20})(?:\|[^>]*)?>|@?([UW][A-Z0-9]{6,20})|@\S+)$/i;

/** Takes the person off the end of what was typed. Inside quotes, all of it is the room's ID. */
export function takeAuditOptions(text: string): AuditOptions {
  const found = byPerson.exec(text);
  if (found === null) return { target: text, person: undefined };
  const id = found[1] ?? found[2];
  return {
    target: text.slice(0, found.index).trim(),
    person: id?.toUpperCase() ?? null,
  };
}
