import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { usePlayground } from "../../lib/playground.ts";
import { RoomField } from "./room-field.tsx";

export function StepForm({ roomList }: { readonly roomList: string }): JSX.Element {
  const { state, send } = usePlayground();
  const [typedRoom, setRoom] = useState<string>();
  const room = typedRoom ?? state.room.values().next().value?.id ?? "";
  return (
    <form
      class="box"
      aria-label="Run the workflow step"
      onSubmit={(event) => {
        event.preventDefault();
        void send({ kind: "run-step", room });
      }}
    >
      <h3>Workflow</h3>
      <div class="stack">
        <RoomField roomList={roomList} value={room} onInput={setRoom} />
        <p class="soft">A workflow asks about the room, and goes on with what the bot answers.</p>
        <button type="submit" class="button primary">
          Run the workflow step
        </button>
      </div>
    </form>
  );
}
