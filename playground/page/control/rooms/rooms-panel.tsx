import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { usePlayground } from "../../lib/playground.ts";
import { CreateRoom } from "./create-room.tsx";
import { filterFrom, findRooms } from "./find-rooms.ts";
import { RoomItem } from "./room-item.tsx";
import { newestFirst } from "./room-order.ts";
import "./rooms.css";

/** What Tencent's stand-in knows of rooms. */
export function RoomsPanel(): JSX.Element {
  const { state } = usePlayground();
  const [filter, setFilter] = useState("");
  const [created, setCreated] = useState<readonly string[]>([]);
  const rooms = newestFirst([...state.room.values()], created);
  // A filter in use does not vanish when a room is dissolved.
  const hasFilter = rooms.length >= filterFrom || filter !== "";
  const shown = hasFilter ? findRooms(rooms, filter) : rooms;

  function showCreated(room: string): void {
    setCreated((before) => [...before.filter((other) => other !== room), room]);
    // A filter might hide it.
    setFilter("");
  }

  return (
    <div class="rooms stack">
      <CreateRoom onCreated={showCreated} />
      {hasFilter && (
        <label class="labelled">
          Filter rooms
          <input
            class="field"
            type="search"
            value={filter}
            placeholder="ID, name or owner"
            onInput={(event) => setFilter(event.currentTarget.value)}
          />
        </label>
      )}
      {shown.length === 0 ? (
        <p class="soft">{rooms.length === 0 ? "Tencent has no rooms." : "No room matches."}</p>
      ) : (
        <ul class="room-list" aria-label="Rooms at Tencent">
          {shown.map((room) => (
            <li key={room.id}>
              <RoomItem room={room} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
