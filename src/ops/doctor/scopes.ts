/**
 * The bot scopes of manifest.yml, each with what does not work without it. The manifest is not in
 * the shipped image; a test holds the two against each other.
 */
export const scopes: Readonly<Record<string, string>> = {
  commands: "there is no /room, and no shortcut",
  "app_mentions:read": "the bot does not hear when it is mentioned",
  "chat:write": "the bot can't answer in threads, and keeps no watches",
  "channels:history": "alerts in channels, and mentions without an ID, go unheard",
  "groups:history": "alerts in private channels, and mentions without an ID there, go unheard",
  "im:history": "nobody can write to the bot directly",
  "usergroups:read": "user groups in ALLOWED_USERS and ADMIN_USERS can't be read",
  "users:read": "guests can't be told from members",
  "channels:read": "channels shared with another company can't be told",
  "groups:read": "private channels shared with another company can't be told",
  "links:read": "links to rooms show no status",
  "links:write": "links to rooms show no status",
};
