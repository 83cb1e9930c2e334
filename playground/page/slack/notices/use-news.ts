import { useEffect, useRef, useState } from "preact/hooks";
import { usePlayground } from "../../lib/playground.ts";
import type { Naming } from "../pure/plain-text.ts";
import { excerpt, plainText } from "../pure/plain-text.ts";
import { isBots, newsInWords, newsSince } from "../pure/news.ts";
import type { Place } from "../pure/place.ts";
import { isReply, threadKeyOf, type Messages } from "../pure/threads.ts";
import { isThreadInSight } from "./is-in-sight.ts";
import type { ToastNote } from "./toast.tsx";

export interface NewsState {
  readonly toasts: readonly ToastNote[];
  /** For screen readers. */
  readonly said: string;
  readonly close: (id: number) => void;
}

const mostToasts = 3;
/** A card says the most important things first. */
const mostRead = 400;

/** What came since: read out where it is shown, told of by a note where it is not. */
export function useNews(place: Place, names: Naming): NewsState {
  const { state, scene } = usePlayground();
  const [toasts, setToasts] = useState<readonly ToastNote[]>([]);
  const [said, setSaid] = useState("");
  const before = useRef<{ viewer: string; messages: Messages } | undefined>(undefined);
  const lastId = useRef(0);

  useEffect(() => {
    const known = before.current;
    before.current = { viewer: scene.viewer, messages: state.message };
    if (known?.viewer !== scene.viewer) return setToasts([]);
    const { here, elsewhere } = newsSince(known.messages, state.message, place, scene.viewer);
    const told = elsewhere.filter((row) => isBots(row, scene));
    const notes = told
      .filter((row) => !isReply(row) || !isThreadInSight(threadKeyOf(row)))
      .map((row): ToastNote => {
        lastId.current += 1;
        const thread = isReply(row) ? row.threadTs : undefined;
        return {
          id: lastId.current,
          words: newsInWords(row, state.channel.get(row.channel)),
          place: { channel: row.channel, ...(thread === undefined ? {} : { thread }) },
        };
      });
    if (notes.length > 0) setToasts((shown) => joined(shown, notes));
    const words = [
      ...here.map(
        ({ author, text }) => `${author.name}: ${excerpt(plainText(text, names), mostRead)}`,
      ),
      ...told.map((row) => newsInWords(row, state.channel.get(row.channel))),
    ];
    if (words.length > 0) setSaid(words.join(". "));
    // What is at another place was not written just now.
  }, [state.message, scene.viewer]);

  // A place that somebody has gone to needs no note any more.
  useEffect(
    () =>
      setToasts((shown) => {
        const left = shown.filter(({ place: told }) => !isSamePlace(told, place));
        return left.length === shown.length ? shown : left;
      }),
    [place],
  );

  return {
    toasts,
    said,
    close: (id) => setToasts((shown) => shown.filter((note) => note.id !== id)),
  };
}

function isSamePlace(told: Place, place: Place): boolean {
  return told.channel === place.channel && (told.thread ?? place.thread) === place.thread;
}

/** One note for each place, the newest last. */
function joined(shown: readonly ToastNote[], notes: readonly ToastNote[]): readonly ToastNote[] {
  const byPlace = new Map<string, ToastNote>();
  for (const note of [...shown, ...notes]) {
    const key = `${note.place.channel} ${note.place.thread ?? ""}`;
    byPlace.delete(key);
    byPlace.set(key, note);
  }
  return [...byPlace.values()].slice(-mostToasts);
}
