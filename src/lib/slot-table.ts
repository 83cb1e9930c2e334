/**
 * Slots as rows of a table that several processes share. Each row has a number from 1, and says when
 * it is free by the clock of the database. Taking one sets that to the end of the lease, so that a
 * slot whose process died comes free by itself.
 */
export interface SlotTable {
  /** Makes the rows that are not there yet; they are free after the silence. */
  readonly prepare: (sizes: TableSizes) => Promise<void>;
  /** One word with the table: gives slots back, says what is needed here, takes others. */
  readonly trade: (trade: Trade) => Promise<Traded>;
  /** Says that this process lives, and gives back, keeps and takes slots of the reserve. */
  readonly keepReserve: (beat: ReserveBeat) => Promise<ReserveKept>;
  /** After another start of the database: nothing of the table is used before so long. */
  readonly renew: (waits: RenewWaits) => Promise<void>;
  /** This process is gone: nobody has to leave it a part. */
  readonly leave: (me: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface TableSizes {
  readonly slots: number;
  readonly reserve: number;
  readonly silenceMs: number;
}

/** What a process could use in a second, of all slots together, for each kind of work. */
export interface Demand {
  readonly person: number;
  readonly background: number;
}

export interface Trade {
  readonly me: string;
  /** Names what is taken now, so that nobody gives back what has become another's. */
  readonly lease: string;
  readonly leaseMs: number;
  readonly released: readonly Released[];
  readonly demand: Demand;
  /** How many to take, of those with numbers up to `upTo`; those above `keepFree` first. */
  readonly take: number;
  readonly upTo: number;
  readonly keepFree: number;
  /** Takes also those that come free within so long. */
  readonly aheadMs: number;
  /** Who has not been heard of for so long has no demand any more. */
  readonly silentMs: number;
}

export interface Released {
  readonly id: number;
  readonly lease: string;
  readonly restMs: number;
}

export interface Traded {
  /** Whether the database is the one that was prepared, without a start or failover since. */
  readonly isKnown: boolean;
  /** `waitMs`: counted from hearing this, it may not be used sooner. */
  readonly taken: readonly { readonly id: number; readonly waitMs: number }[];
  readonly others: readonly Demand[];
}

export interface ReserveBeat {
  readonly me: string;
  readonly kept: readonly ReserveSlot[];
  readonly given: readonly Released[];
  /** Names what is taken now, and what earlier beats of this name took, of which no answer came. */
  readonly lease: string;
  readonly lifeMs: number;
  /** Takes so many that there are as many as this, as far as they are free, with numbers up to `upTo`. */
  readonly part: number;
  readonly upTo: number;
  /** Who has not been heard of for so long does not live any more. */
  readonly goneMs: number;
}

export interface ReserveSlot {
  readonly id: number;
  readonly lease: string;
}

export interface ReserveKept {
  readonly isKnown: boolean;
  /** All that this process has now; of others it has none, whatever it remembers. */
  readonly slots: readonly ReserveSlot[];
  /** The processes that live, this one among them. */
  readonly living: readonly string[];
}

export interface RenewWaits {
  readonly slotsMs: number;
  /** For slots of the reserve, but for those who have them and go on. */
  readonly reserveMs: number;
}
