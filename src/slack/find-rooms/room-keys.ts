/** How a text says that an ID follows: "room_id" says so, "room" may mean a room's name too. */
export interface RoomKey {
  readonly kind: "id" | "room";
  /** Several may follow, or their number. */
  readonly plural: boolean;
}

export interface RoomKeyInText extends RoomKey {
  readonly start: number;
  readonly end: number;
}

const keys =
  /(?<![a-z0-9])(?:(?:(?:live|t?rtc|str)[ _-]?)?room(?:s?[ _.-]?(?<id>ids?)|s)?|(?<live>live[ _-]?ids?)|(?<chinese>(?:房间|直播间)(?:号码?| ?ID)))(?![a-z0-9])/gi;

/** Rooms without a live: `meeting_room`, "the war room". */
const otherRoom =
  /(?:meeting|conference|war|board|break|breakout|server|waiting|class|hotel|zoom|press|control|incident|focus|huddle|data|dark|green|locker)[ _-]?$/i;

export function* roomKeysIn(text: string): Generator<RoomKeyInText> {
  for (const match of text.matchAll(keys)) {
    const start = match.index;
    if (otherRoom.test(text.slice(Math.max(0, start - 20), start))) continue;
    const { id, live, chinese } = match.groups ?? {};
    const isId = (id ?? live ?? chinese) !== undefined;
    yield {
      kind: isId ? "id" : "room",
      plural: /s$/i.test(match[0]),
      start,
      end: start + match[0].length,
    };
  }
}

const label =
  /^(?:.{0,40}[./:[])?(?:(?:affected|impacted|tencent|live|t?rtc|str|var)[ _-]?){0,2}(?:room(?:s?[ _.-]?(?<id>ids?|identifiers?)|s)?|(?<live>live[ _-]?ids?)|(?<chinese>(?:房间|直播间)(?:号码?| ?ID)))$/i;

/** @returns what a label, a parameter's name or the head of a column says, if it is about rooms */
export function roomKeyOf(text: string): RoomKey | undefined {
  if (text.length > 60) return undefined;
  const bare = text
    .replace(/:[a-z_+-]{1,40}: ?/g, "")
    .replace(/[*~`"'()\]]/g, "")
    .replace(/^[\s•_-]+|[\s:：=_]+$/g, "");
  const match = label.exec(bare);
  if (match === null) return undefined;
  const { id, live, chinese } = match.groups ?? {};
  return {
    kind: (id ?? live ?? chinese) === undefined ? "room" : "id",
    plural: /s$/i.test(bare),
  };
}

/** Whether a text is a label by its looks: bold from end to end, or with a colon at its end. */
export function isLabel(text: string): boolean {
  return text.length <= 60 && /^(?:\*[^*]+\*|[^\n]*:\*?)\s*$/.test(text);
}
