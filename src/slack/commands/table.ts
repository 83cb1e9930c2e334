/** The commands of /room. This table alone drives routing, help, usage and suggestions. */
export const commandTable = [
  {
    name: "look-up",
    words: [],
    usage: "/room live-8821",
    summary: "Look up a room. The answer is for you alone.",
  },
  {
    name: "look-up-shared",
    words: [],
    usage: "/room live-8821 --share",
    summary: "Look up a room and show the answer to the channel.",
  },
  {
    name: "watch",
    words: ["watch"],
    usage: "/room watch live-8821 for 2h",
    summary:
      "Show the room to the channel, and keep the card up to date. With entries 500, tell of each 500 more entries.",
  },
  {
    name: "watches",
    words: ["watches"],
    usage: "/room watches",
    summary: "List the rooms that are watched in this channel.",
  },
  {
    name: "unwatch",
    words: ["unwatch"],
    usage: "/room unwatch live-8821",
    summary: "Stop watching a room in this channel.",
  },
  {
    name: "audit",
    words: ["audit"],
    usage: "/room audit live-8821",
    summary:
      "For the people who run this bot: who looked rooms up last, where, and what came of it. Without an ID, of all rooms; with by and a member ID, of one person.",
  },
  {
    name: "doctor",
    words: ["doctor"],
    usage: "/room doctor",
    summary: "For the people who run this bot: whether it is set up right, and what to mend.",
  },
  {
    name: "error",
    words: ["error", "code"],
    usage: "/room error 60010",
    summary: "Explain one of Tencent's error codes, without a look-up.",
  },
  {
    name: "help",
    words: ["help", "?", "-h", "--help"],
    usage: "/room help",
    summary: "Show this list.",
  },
] as const;

type Command = (typeof commandTable)[number];

const needStore: ReadonlySet<Command["name"]> = new Set(["watch", "watches", "unwatch", "audit"]);

/** What help lists: a bot that keeps nothing has no watches, and can't tell who looked what up. */
export function commandsFor(keepsThings: boolean): readonly Command[] {
  return commandTable.filter(({ name }) => keepsThings || !needStore.has(name));
}

export type WordCommand = Extract<
  (typeof commandTable)[number],
  { words: readonly [string, ...string[]] }
>["name"];

const byWord: ReadonlyMap<string, WordCommand> = new Map(
  commandTable.flatMap((command) =>
    command.words.map((word) => [word, command.name] as [string, WordCommand]),
  ),
);

export function commandOfWord(word: string): WordCommand | undefined {
  return byWord.get(word.toLowerCase());
}

export function usageOf(name: (typeof commandTable)[number]["name"]): string {
  return commandTable.find((command) => command.name === name)?.usage ?? "/room help";
}

/** The one option of a look-up. */
export const shareFlag = "--share";
