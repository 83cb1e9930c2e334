import type { Call } from "../../../simulator/slack/calls.ts";
import { escapeText } from "../../../simulator/slack/typed-text.ts";
import { begin, type Entry } from "./entries.ts";
import { namesOf } from "./names.ts";

/** Finds the interaction that something belongs to. */
export interface Owners {
  /** The newest interactions, oldest first. */
  readonly entries: readonly Entry[];
  open(title: string): Entry;
  remove(entry: Entry): void;
  ofDelivery(names: ReadonlySet<string>): Entry;
  ofCall(call: Call): Entry;
  /** Everybody who waits for an answer about this room; one at least. */
  ofQuery(room: string | undefined): Entry[];
}

export interface OwnersOptions {
  readonly now: () => number;
  readonly wallClock: () => number;
}

/** In a storm of alerts, answers come long after so many newer interactions. */
const MOST_KEPT = 1_000;
/** The bot gives up a look-up after 12 s; what comes later belongs to nobody's question. */
const RECENT_MS = 15_000;
/** An answer waits for as long as Slack asks, and carries an ID that tells whose it is. */
const KNOWN_MS = 90_000;
/** So long the bot takes alerts about one room for one storm: `stormQuietMs` of its figures. */
const STORM_MS = 300_000;
/** What the bot does by itself, as for rooms that are watched, goes on for hours. */
const BY_ITSELF = { title: "Greenroom, by itself", goesOnMs: 30_000, most: 3 } as const;

export function createOwners({ now, wallClock }: OwnersOptions): Owners {
  const entries: Entry[] = [];

  const isRecent = ({ heardAt }: Entry): boolean => heardAt >= now() - RECENT_MS;

  function newest(fits: (entry: Entry) => boolean): Entry | undefined {
    return entries.findLast((entry) => entry.heardAt >= now() - KNOWN_MS && fits(entry));
  }

  function open(title: string): Entry {
    const entry = begin(title, now(), wallClock());
    entries.push(entry);
    if (entries.length > MOST_KEPT) entries.shift();
    return entry;
  }

  const remove = (entry: Entry): void => void entries.splice(entries.indexOf(entry), 1);

  function byItself(): Entry {
    const own = entries.filter(({ title }) => title === BY_ITSELF.title);
    const last = own.at(-1);
    if (last !== undefined && last.zero >= now() - BY_ITSELF.goesOnMs) return last;
    const [oldest] = own;
    if (oldest !== undefined && own.length >= BY_ITSELF.most) remove(oldest);
    return open(BY_ITSELF.title);
  }

  return {
    entries,
    open,
    remove,
    ofDelivery: (names) => newest((entry) => isAboutTheSame(entry, names)) ?? byItself(),
    ofCall(call) {
      const { own, shared } = namesOf(call);
      if (own.length > 0) return newest((entry) => hasOneOf(entry, own)) ?? byItself();
      const underWay = entries.filter((entry) => isRecent(entry) && isUnderWay(entry));
      if (shared.length > 0) {
        return underWay.findLast((entry) => hasOneOf(entry, shared)) ?? byItself();
      }
      // It carries no ID at all: sure is only what nobody else can have caused.
      const [only, ...others] = underWay;
      return only !== undefined && others.length === 0 ? only : byItself();
    },
    ofQuery(room) {
      if (room === undefined) return [byItself()];
      const speaking = entries.filter((entry) => entry.isHeard && speaksOf(entry, room));
      const stormBegan = speaking.find(({ isAlert, zero }) => isAlert && zero >= now() - STORM_MS);
      const asking = speaking.filter(
        (entry) => isRecent(entry) && (!entry.isAlert || entry === stormBegan),
      );
      const waiting = asking.filter(({ isAnswered }) => !isAnswered);
      if (waiting.length > 0) return waiting;
      // One of several rooms, or the first readings of a watch; later ones are the bot's own.
      return [asking.at(-1) ?? byItself()];
    },
  };
}

/** Whether anything that Slack said in it has the room's ID, not as a part of a longer word. */
export function speaksOf({ names }: Entry, room: string): boolean {
  if (names.has(room)) return true;
  const id = escapeText(room).replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const word = new RegExp(`(?<![\\w-])${id}(?![\\w-])`);
  return [...names].some((name) => word.test(name));
}

/** Whether something is still to come of it. */
function isUnderWay({ isActing, isHeard, isAnswered }: Entry): boolean {
  return isActing || (isHeard && !isAnswered);
}

function hasOneOf({ names }: Entry, wanted: readonly string[]): boolean {
  return wanted.some((name) => names.has(name));
}

/** The same message, or the same window. */
function isAboutTheSame(entry: Entry, names: ReadonlySet<string>): boolean {
  return [...names].some(
    (name) => /^\d{9,}\.\d{6}$|^V[A-Z0-9]{8,}$/.test(name) && entry.names.has(name),
  );
}
