import type {
  ChannelRow,
  MessageRow,
  SceneRow,
  UserRow,
} from "../../../playground/protocol/rows.ts";

/** Rows to try the page's pure parts with. */

export const ada = { id: "UADA", name: "Ada Asker", kind: "person" } as const;
export const ben = { id: "UBEN", name: "Ben Colleague", kind: "person" } as const;
export const bot = { id: "BBOT", name: "Greenroom", kind: "app" } as const;

/** Noon on Sunday, 22 November 2026, in UTC. */
export const noon = Date.UTC(2026, 10, 22, 12);

/** A ts so many seconds after noon; `n` tells messages of one second apart. */
export function ts(seconds: number, n = 0): string {
  return `${noon / 1000 + seconds}.${String(n).padStart(6, "0")}`;
}

export function message(at: string, more: Partial<MessageRow> = {}): MessageRow {
  return {
    channel: "C1",
    ts: at,
    isBroadcast: false,
    author: ada,
    isEphemeral: false,
    isEdited: false,
    isDeleted: false,
    text: "Hello",
    blocks: [],
    attachments: [],
    ...more,
  };
}

export function table(...rows: readonly MessageRow[]): ReadonlyMap<string, MessageRow> {
  return new Map(rows.map((row) => [`${row.channel} ${row.ts}`, row]));
}

export function channel(id: string, more: Partial<ChannelRow> = {}): ChannelRow {
  return {
    id,
    name: id.toLowerCase(),
    kind: "public",
    isShared: false,
    botIsMember: true,
    ...more,
  };
}

export function user(name: string, realName: string, kind: UserRow["kind"] = "member"): UserRow {
  return { id: `U${name.toUpperCase()}`, name, realName, kind };
}

export const scene: SceneRow = {
  viewer: ada.id,
  people: [ada.id, ben.id],
  team: "Greenhouse",
  botUser: "UBOT",
  appName: "Greenroom",
  mode: "socket",
  alertChannels: [],
  takesMessages: true,
  commands: [{ command: "/room", usage: "<room ID> | help", description: "Look up a live room" }],
  messageShortcuts: [],
  globalShortcuts: [],
  alertSources: [],
  codes: [],
};
