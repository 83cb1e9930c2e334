/** Slack's name for a person, which each reader sees as a name; undefined for what is none. */
export function personMarkup(user: string): string | undefined {
  return /^[UW][A-Z0-9]{2,20}$/.test(user) ? `<@${user}>` : undefined;
}
