import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { RoomChange } from "../../../protocol/acts.ts";
import type { RoomRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { FaultSelect } from "../faults/fault-select.tsx";
import { ChangeText } from "./change-text.tsx";
import { focusAfter } from "./focus-after.ts";

/** What a room has that is typed anew. */
const texts = [
  { field: "name", action: "Rename", label: "New name" },
  { field: "owner", action: "Change owner", label: "New owner" },
] as const;

export function RoomActions({ room }: { readonly room: RoomRow }): JSX.Element {
  const { send } = usePlayground();
  const [changed, setChanged] = useState<(typeof texts)[number]>();
  const opener = useRef<HTMLButtonElement | null>(null);
  const { id, isMuted, isVisible, hasSeats, entries, fault } = room;

  const change = (wanted: RoomChange) => send({ kind: "change-room", room: id, change: wanted });

  async function dissolve(button: HTMLElement): Promise<void> {
    const focusNext = focusAfter(button);
    const { ok } = await send({ kind: "dissolve-room", room: id });
    if (ok) focusNext();
  }

  const switches = [
    { key: "mute", label: isMuted ? "Unmute" : "Mute", wanted: { isMuted: !isMuted } },
    { key: "hide", label: isVisible ? "Hide" : "Show", wanted: { isVisible: !isVisible } },
    { key: "seats", label: hasSeats ? "Seats off" : "Seats on", wanted: { hasSeats: !hasSeats } },
    { key: "entries", label: "+100 entries", wanted: { entries: entries + 100 } },
  ];

  return (
    <div class="actions">
      <div class="line">
        {switches.map(({ key, label, wanted }) => (
          <button key={key} type="button" class="button" onClick={() => void change(wanted)}>
            {label}
          </button>
        ))}
        {texts.map((text) => (
          <button
            key={text.field}
            type="button"
            class="button"
            aria-expanded={changed === text}
            onClick={({ currentTarget }) => {
              opener.current = currentTarget;
              setChanged(changed === text ? undefined : text);
            }}
          >
            {text.action}
          </button>
        ))}
        <button
          type="button"
          class="button danger"
          onClick={({ currentTarget }) => void dissolve(currentTarget)}
        >
          Dissolve
        </button>
      </div>
      {changed !== undefined && (
        <ChangeText
          key={changed.field}
          label={changed.label}
          value={room[changed.field]}
          onSave={(text) => change({ [changed.field]: text })}
          onClose={() => {
            setChanged(undefined);
            opener.current?.focus();
          }}
        />
      )}
      <FaultSelect
        label="Trouble"
        fault={fault}
        onChoose={(wanted) => void send({ kind: "room-fault", room: id, fault: wanted })}
      />
    </div>
  );
}
