import type { Workspace } from "../../../simulator/slack/workspace.ts";

/** Names of people and places, as the timeline's titles have them. */
export interface Titles {
  readonly person: (id: string) => string;
  readonly place: (id: string) => string;
}

export function createTitles(workspace: Workspace): Titles {
  return {
    person: (id) => workspace.users.get(id)?.realName ?? id,
    place(id) {
      const channel = workspace.channels.get(id);
      if (channel === undefined) return id;
      return channel.kind === "dm" ? "a direct message" : `#${channel.name}`;
    },
  };
}

/** Titles are one line. */
export function clip(text: string, most = 80): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const characters = [...line];
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join("")}…`;
}
