/** The name by which Tencent knows a room: 1 to 48 bytes of printable ASCII, as typed. */
export type RoomId = string & { readonly __brand: "RoomId" };

export const roomIdBytes = 48;

/** Why a text can't be a room's ID, so that Tencent need not be asked. */
export type RoomIdFlaw =
  | { readonly kind: "empty" }
  | { readonly kind: "too-long"; readonly bytes: number }
  | { readonly kind: "not-ascii"; readonly characters: readonly string[] };

export type RoomIdReading =
  | { readonly ok: true; readonly id: RoomId }
  | { readonly ok: false; readonly flaw: RoomIdFlaw };

/** Takes the text as it is: blanks at its ends belong to it. Source: document 63404. */
export function readRoomId(text: string): RoomIdReading {
  if (text === "") return { ok: false, flaw: { kind: "empty" } };
  const foreign = [...text].filter((character) => !/^[\x20-\x7e]$/.test(character));
  if (foreign.length > 0) {
    return { ok: false, flaw: { kind: "not-ascii", characters: [...new Set(foreign)] } };
  }
  const bytes = Buffer.byteLength(text);
  if (bytes > roomIdBytes) return { ok: false, flaw: { kind: "too-long", bytes } };
  return { ok: true, id: text as RoomId };
}
