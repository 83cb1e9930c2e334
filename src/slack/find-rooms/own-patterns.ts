import { roomInLink, type RoomPattern } from "../commands/room-links.ts";
import { ranks, type Candidate } from "./candidate.ts";

const mostByOne = 20;

/** An expression keeps its place between calls where it is global: ours starts anew each time. */
function fresh({ name, pattern }: RoomPattern, global: boolean): RoomPattern {
  const flags = pattern.flags.replace(/[gy]/g, "");
  return { name, pattern: new RegExp(pattern.source, global ? `${flags}g` : flags) };
}

export function ownInText(text: string, patterns: readonly RoomPattern[]): readonly Candidate[] {
  return patterns.flatMap((own) => {
    const found: Candidate[] = [];
    for (const match of text.matchAll(fresh(own, true).pattern)) {
      const id = match[1]?.trim() ?? "";
      if (id !== "") found.push({ id, rank: ranks.own });
      if (found.length >= mostByOne) break;
    }
    return found;
  });
}

export function ownInLink(url: string, patterns: readonly RoomPattern[]): readonly Candidate[] {
  return patterns.flatMap((own) => {
    const id = roomInLink(url, [fresh(own, false)]);
    return id === undefined ? [] : [{ id, rank: ranks.own }];
  });
}
