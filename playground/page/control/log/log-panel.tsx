import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { usePlayground } from "../../lib/playground.ts";
import "./log.css";
import { LogEntry } from "./log-entry.tsx";

const mostShown = 200;

/** The bot's own log, the newest line last. */
export function LogPanel(): JSX.Element {
  const { state } = usePlayground();
  const [filter, setFilter] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const isAtEnd = useRef(true);
  const wanted = filter.trim().toLowerCase();
  const shown = useMemo(
    () =>
      [...state.log]
        .toSorted(([one], [other]) => Number(one) - Number(other))
        .filter(([, { line }]) => line.toLowerCase().includes(wanted))
        .slice(-mostShown),
    [state.log, wanted],
  );

  // New lines come into sight, unless somebody has scrolled up to read.
  function follow(): void {
    const { current } = list;
    if (current !== null && isAtEnd.current) current.scrollTop = current.scrollHeight;
  }
  useLayoutEffect(follow);
  // What came while another tab was chosen could not be scrolled to.
  useEffect(() => {
    const observer = new ResizeObserver(follow);
    if (list.current !== null) observer.observe(list.current);
    return () => observer.disconnect();
  }, []);

  return (
    <div class="log">
      <label class="labelled">
        Filter the log
        <input
          class="field"
          type="search"
          value={filter}
          placeholder="any text of a line"
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
      </label>
      {shown.length === 0 && (
        <p class="soft">
          {wanted === "" ? "The bot has written nothing yet." : "No line matches."}
        </p>
      )}
      <ol
        ref={list}
        class="lines"
        aria-label="The bot’s log"
        // So that the arrow keys can scroll it.
        tabIndex={0}
        hidden={shown.length === 0}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          isAtEnd.current = scrollTop + clientHeight > scrollHeight - 30;
        }}
      >
        {shown.map(([id, { line }]) => (
          <LogEntry key={id} line={line} />
        ))}
      </ol>
    </div>
  );
}
