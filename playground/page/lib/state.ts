import type { Change, SetRow, TableName, Tables } from "../../protocol/rows.ts";

/** What the server has told so far: the rows of each table by their ID. */
export type State = { readonly [T in TableName]: ReadonlyMap<string, Tables[T]> };

export function emptyState(): State {
  return {
    scene: new Map(),
    user: new Map(),
    channel: new Map(),
    message: new Map(),
    view: new Map(),
    home: new Map(),
    room: new Map(),
    weather: new Map(),
    interaction: new Map(),
    log: new Map(),
  };
}

/** The state after a change. Tables that it leaves alone stay the same objects. */
export function applyChange(state: State, { set, gone }: Change): State {
  const touched = new Set([...set, ...gone].map(({ table }) => table));
  const next: Record<string, Map<string, unknown>> = {};
  for (const table of touched) next[table] = new Map<string, unknown>(state[table]);
  for (const { table, id } of gone) next[table]?.delete(id);
  for (const { table, id, row } of set satisfies readonly SetRow[]) next[table]?.set(id, row);
  // Each row went into the table that it names.
  return { ...state, ...next };
}
