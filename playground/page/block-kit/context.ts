export interface Names {
  /** Shown names by ID; undefined: unknown. */
  user(id: string): string | undefined;
  channel(id: string): string | undefined;
  group(id: string): string | undefined;
}

export interface Action {
  blockId: string;
  actionId: string;
  value?: string;
}

/** Whom a select offers. */
export interface Offered {
  readonly id: string;
  readonly name: string;
}

/** What the parts that draw blocks work with. */
export interface BlockKit {
  readonly names: Names;
  /** The reader, so that a mention of them stands out. */
  readonly viewer: string;
  /** In ms since 1970. */
  readonly now: number;
  /** undefined: the browser's. */
  readonly timeZone?: string;
  /** Whose hours it counts in; undefined: the browser's. */
  readonly locale?: string;
  /** A button was pressed; undefined: buttons do nothing. */
  readonly onAction?: (action: Action) => void;
  /** Values of inputs by action_id. */
  readonly values?: Readonly<Record<string, string>>;
  readonly onInput?: (actionId: string, value: string) => void;
  /** What is wrong with the inputs, by block_id. */
  readonly errors?: Readonly<Record<string, string>>;
  /** Users and channels that selects offer. */
  readonly options?: { users: readonly Offered[]; channels: readonly Offered[] };
}
