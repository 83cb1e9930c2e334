import type { Fault } from "./acts.ts";
import type { JsonObject } from "./json.ts";

/**
 * What the page shows, as tables of rows. The server sends the rows that changed, the page keeps
 * what it was sent and draws it: nothing else goes from the server to the page.
 */
export interface Tables {
  /** One row, `scene`. */
  readonly scene: SceneRow;
  readonly user: UserRow;
  readonly channel: ChannelRow;
  /** By `channel ts`. */
  readonly message: MessageRow;
  /** The modals that lie open before the viewer. */
  readonly view: ViewRow;
  /** One row, `home`, once the app has published it. */
  readonly home: HomeRow;
  readonly room: RoomRow;
  /** One row, `weather`. */
  readonly weather: WeatherRow;
  readonly interaction: InteractionRow;
  /** What the bot wrote to its log, by number. */
  readonly log: LogRow;
}

export type TableName = keyof Tables;

/** A row that is new or has changed. */
export type SetRow = {
  readonly [T in TableName]: { readonly table: T; readonly id: string; readonly row: Tables[T] };
}[TableName];

/** One message of the stream; the first holds everything. */
export interface Change {
  readonly set: readonly SetRow[];
  readonly gone: readonly { readonly table: TableName; readonly id: string }[];
}

/** What holds for the whole page. */
export interface SceneRow {
  /** Whose eyes the page has. */
  readonly viewer: string;
  /** People whose eyes the page may have. */
  readonly people: readonly string[];
  readonly team: string;
  readonly botUser: string;
  readonly appName: string;
  readonly mode: "http" | "socket";
  /** Channels, by ID, in which the bot answers alerts. */
  readonly alertChannels: readonly string[];
  /** Whether people may write to the bot directly. */
  readonly takesMessages: boolean;
  readonly commands: readonly CommandHint[];
  readonly messageShortcuts: readonly ShortcutHint[];
  readonly globalShortcuts: readonly ShortcutHint[];
  /** Whose alerts the control side can send, in the order to be shown. */
  readonly alertSources: readonly { readonly id: string; readonly name: string }[];
  /** Codes that the control side offers, with a word on each. */
  readonly codes: readonly { readonly code: number; readonly words: string }[];
}

/** A command as the manifest has it. */
export interface CommandHint {
  /** With its slash. */
  readonly command: string;
  readonly usage: string;
  readonly description: string;
}

/** A shortcut as the manifest has it. */
export interface ShortcutHint {
  readonly callbackId: string;
  readonly name: string;
  readonly description: string;
}

export interface UserRow {
  readonly id: string;
  /** As in `@ada`. */
  readonly name: string;
  readonly realName: string;
  readonly kind: "member" | "guest" | "stranger" | "app" | "slackbot";
}

export interface ChannelRow {
  readonly id: string;
  /** Without its `#`; the other person's name for direct messages. */
  readonly name: string;
  readonly kind: "public" | "private" | "dm" | "app";
  readonly isShared: boolean;
  readonly botIsMember: boolean;
  /** There are older messages than those that were sent. */
  readonly hasOlder?: true;
}

export interface MessageRow {
  readonly channel: string;
  /** Seconds with six decimals, unique in the workspace; the time it was posted. */
  readonly ts: string;
  /** The ts of the thread's first message, for a reply. */
  readonly threadTs?: string;
  /** A reply that was sent to the channel too. */
  readonly isBroadcast: boolean;
  readonly author: Author;
  /** Seen by the viewer alone. */
  readonly isEphemeral: boolean;
  readonly isEdited: boolean;
  /** A first message that was deleted while its thread goes on. */
  readonly isDeleted: boolean;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly attachments: readonly JsonObject[];
}

export interface Author {
  /** A user's ID, or a bot's. */
  readonly id: string;
  readonly name: string;
  readonly kind: "person" | "app" | "slackbot";
}

export interface ViewRow {
  readonly id: string;
  readonly title: string;
  /** The submit button's label, where the modal has one. */
  readonly submit?: string;
  readonly close: string;
  readonly blocks: readonly JsonObject[];
  /** Of modals on one another the highest lies on top. */
  readonly depth: number;
}

export interface HomeRow {
  /** Of the view, for what is pressed in it. */
  readonly id: string;
  readonly blocks: readonly JsonObject[];
}

/** A room of the Tencent stand-in. */
export interface RoomRow {
  readonly id: string;
  readonly name: string;
  /** Digit for digit, also beyond 2^53. */
  readonly owner: string;
  readonly isMuted: boolean;
  readonly isVisible: boolean;
  readonly hasSeats: boolean;
  readonly entries: number;
  /** What goes wrong with queries for this room alone. */
  readonly fault: Fault | null;
}

/** What the networks and the services do at present. */
export interface WeatherRow {
  readonly tencent: {
    /** Least and most ms before an answer. */
    readonly latency: readonly [number, number];
    /** For every query that no room's own fault meets. */
    readonly fault: Fault | null;
    /** Queries a second that Tencent takes from this app. */
    readonly qps: number;
    readonly queries: number;
    readonly refused: number;
    readonly mostInASlidingSecond: number;
  };
  readonly slack: {
    /** Faults that wait for the bot's next calls. */
    readonly waitingFaults: number;
    /** How many times more each event is delivered. */
    readonly repeats: number;
    /** Open connections, in Socket Mode. */
    readonly sockets: number;
  };
}

/** Something that somebody did, and what came of it. */
export interface InteractionRow {
  readonly id: number;
  /** "Ada Asker typed /room live-room in #support". */
  readonly title: string;
  /** Unix time in ms. */
  readonly startedAt: number;
  /** In the order in which they began. */
  readonly steps: readonly StepRow[];
}

export type Party = "slack" | "bot" | "tencent";

/** One request from one party to another, and its answer. */
export interface StepRow {
  readonly id: number;
  readonly from: Party;
  readonly to: Party;
  /** "Slack delivers the command", "get_room_info live-room", "chat.postMessage". */
  readonly label: string;
  /** ms since the interaction began. */
  readonly startMs: number;
  /** undefined while the answer is awaited. */
  readonly endMs?: number;
  readonly outcome: "waiting" | "ok" | "failed";
  /** Whether a person sees something of it, rather than the bot alone. */
  readonly isAnswer: boolean;
  /** What was answered: "acknowledged", "code 100004", "429, again in 3 s". */
  readonly note: string;
  /** Other interactions that the same query answered. */
  readonly sharedWith: readonly number[];
}

export interface LogRow {
  readonly line: string;
}
