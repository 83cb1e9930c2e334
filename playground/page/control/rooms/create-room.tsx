import type { JSX } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { usePlayground } from "../../lib/playground.ts";
import { roomIdFlaw } from "./room-id-flaw.ts";

interface Props {
  readonly onCreated: (room: string) => void;
}

/** What is typed stays until the room exists. */
export function CreateRoom({ onCreated }: Props): JSX.Element {
  const { send } = usePlayground();
  const [room, setRoom] = useState("");
  const [name, setName] = useState("");
  const [created, setCreated] = useState("");
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const flawId = useId();
  // Nobody is told about a field that they have not come to.
  const flaw = room === "" && !isTried ? undefined : roomIdFlaw(room);

  async function create(): Promise<void> {
    setCreated("");
    if (roomIdFlaw(room) !== undefined) {
      setTried(true);
      field.current?.focus();
      return;
    }
    const change = name === "" ? {} : { name };
    const result = await send({ kind: "create-room", room, change });
    if (!result.ok) return;
    setCreated(`Created ${room}. It is the first in the list.`);
    setRoom("");
    setName("");
    setTried(false);
    onCreated(room);
  }

  return (
    <form
      class="box create-room"
      aria-label="Create a room"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <label class="labelled">
        Room ID
        <input
          ref={field}
          class="field"
          required
          autoComplete="off"
          spellcheck={false}
          value={room}
          aria-invalid={flaw !== undefined}
          aria-describedby={flawId}
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
      <p class="flaw" id={flawId} role="status">
        {flaw}
      </p>
      <p class="soft created" role="status">
        {created}
      </p>
    </form>
  );
}
