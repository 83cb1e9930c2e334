import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { usePlayground } from "../../lib/playground.ts";

/** What is typed stays until the room exists. */
export function CreateRoom(): JSX.Element {
  const { send } = usePlayground();
  const [room, setRoom] = useState("");
  const [name, setName] = useState("");
  const [created, setCreated] = useState("");

  async function create(): Promise<void> {
    setCreated("");
    const change = name === "" ? {} : { name };
    const result = await send({ kind: "create-room", room, change });
    if (!result.ok) return;
    setCreated(`Created ${room}.`);
    setRoom("");
    setName("");
  }

  return (
    <form
      class="box create-room"
      aria-label="Create a room"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <label class="labelled">
        Room ID
        <input
          class="field"
          required
          autoComplete="off"
          spellcheck={false}
          value={room}
          onInput={(event) => setRoom(event.currentTarget.value)}
        />
      </label>
      <label class="labelled">
        Name
        <input
          class="field"
          autoComplete="off"
          maxLength={100}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button primary">
        Create
      </button>
      <p class="soft created" role="status">
        {created}
      </p>
    </form>
  );
}
