import type { JSX } from "preact";
import type { RoomRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { RoomActions } from "./room-actions.tsx";
import { entriesWords, roomStates, troubleWords } from "./room-words.ts";

/** One room: what it is in the summary, what one can do to it below. */
export function RoomItem({ room }: { readonly room: RoomRow }): JSX.Element {
  const { scene } = usePlayground();
  const { id, name, owner, entries } = room;
  const trouble = troubleWords(room, scene.codes);
  return (
    <details class="room" aria-label={`Room ${id}`}>
      <summary>
        <code class="id">{id}</code>
        <span class="states">
          {roomStates(room).map((state) => (
            <span key={state} class="state">
              {state}
            </span>
          ))}
        </span>
        <span class="about">
          {/* A name may turn the direction of writing: it must not reach what stands beside it. */}
          {name !== "" && <bdi class="name">{name}</bdi>}
          <span>
            owner <bdi>{owner === "" ? "unknown" : owner}</bdi> · {entriesWords(entries)}
          </span>
        </span>
        {trouble !== undefined && <span class="trouble">{trouble}</span>}
      </summary>
      <RoomActions room={room} />
    </details>
  );
}
