import { useEffect, useState } from "preact/hooks";
import { freshMarks, readAt, type ReadMarks } from "./pure/read-marks.ts";
import type { Place } from "./pure/place.ts";
import type { Messages } from "./pure/threads.ts";

/** How far each viewer has read. What the window shows is read, as long as the page is seen. */
export function useReadMarks(viewer: string, place: Place, messages: Messages): ReadMarks {
  const [byViewer, setByViewer] = useState<ReadonlyMap<string, ReadMarks>>(new Map());
  const kept = byViewer.get(viewer);
  const marks = kept ?? freshMarks(messages);

  useEffect(() => {
    function read(): void {
      if (document.visibilityState !== "visible") return;
      const next = readAt(marks, place, messages);
      if (next !== kept) setByViewer((before) => new Map(before).set(viewer, next));
    }
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [viewer, place.channel, place.thread, messages, kept]);

  return marks;
}
