import type { JSX } from "preact";
import { useSlackView } from "../parts/slack-view.ts";
import { Toast } from "./toast.tsx";
import { useNews } from "./use-news.ts";
import "./notices.css";

/** Tells of messages that came. */
export function Notices(): JSX.Element {
  const { place, names, go } = useSlackView();
  const { toasts, said, close } = useNews(place, names);
  return (
    <>
      <div class="unseen" role="log" aria-live="polite" aria-label="New messages">
        {said}
      </div>
      <section aria-label="Notifications">
        <ul class="slack-toasts" role="list">
          {toasts.map((note) => (
            <Toast
              key={`${note.place.channel} ${note.place.thread ?? ""}`}
              note={note}
              onClose={() => close(note.id)}
              onOpen={() => {
                close(note.id);
                go(note.place);
              }}
            />
          ))}
        </ul>
      </section>
    </>
  );
}
