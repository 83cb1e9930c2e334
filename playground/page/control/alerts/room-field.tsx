import type { JSX } from "preact";

interface Props {
  /** The ID of a datalist with the rooms there are; any other text will do as well. */
  readonly roomList: string;
  readonly value: string;
  readonly onInput: (room: string) => void;
}

export function RoomField({ roomList, value, onInput }: Props): JSX.Element {
  return (
    <label class="labelled">
      Room ID
      <input
        class="field"
        list={roomList}
        required
        autoComplete="off"
        spellcheck={false}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}
