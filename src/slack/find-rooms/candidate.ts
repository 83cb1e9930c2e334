/** How certain a find is; the smaller, the surer. */
export const ranks = {
  /** By an expression of the operator's own. */
  own: 0,
  /** Behind a name that says it is an ID: `room_id=live-1`. */
  id: 1,
  /** Behind a name that says it is a room: `{room="live-1"}`. */
  room: 2,
  /** In the path of a link. */
  link: 3,
  /** In a sentence: "room live-1". */
  prose: 4,
  /** The same, and it might be a word: "room mia-show", a field "Room" with "Lobby". */
  guess: 5,
} as const;

/** What may be a room's ID; nothing has checked yet whether an ID can look like that. */
export interface Candidate {
  readonly id: string;
  readonly rank: number;
}
