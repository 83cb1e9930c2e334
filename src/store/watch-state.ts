import type { Kysely, Selectable } from "kysely";
import type { Tables, WatchReplyTable, WatchTable } from "./schema.ts";

export type WatchRow = Selectable<WatchTable>;
export type WatchReplyRow = Selectable<WatchReplyTable>;

/** A watch as it stands, with the replies that are not posted yet, in order. */
export interface WatchState {
  readonly watch: WatchRow;
  readonly waiting: readonly WatchReplyRow[];
}

/** What changes of a watch, all in one transaction. */
export interface WatchChange {
  readonly set?: Partial<Omit<WatchRow, "id">>;
  /** New replies, behind those that wait. */
  readonly replies?: readonly { readonly id: string; readonly words: string }[];
  /** What came of one that waited. */
  readonly reply?: { readonly id: string } & Partial<Pick<WatchReplyRow, "begun_at" | "message">>;
}

export async function stateOf(trx: Kysely<Tables>, watch: WatchRow): Promise<WatchState> {
  const waiting = await trx
    .selectFrom("watch_replies")
    .selectAll()
    .where("watch", "=", watch.id)
    .where("message", "is", null)
    .orderBy("number")
    .execute();
  return { watch, waiting };
}

export async function applyChange(
  trx: Kysely<Tables>,
  id: string,
  { set = {}, replies = [], reply }: WatchChange,
): Promise<void> {
  if (Object.keys(set).length > 0) {
    await trx.updateTable("watches").set(set).where("id", "=", id).execute();
  }
  if (reply !== undefined) {
    const { id: replyId, ...values } = reply;
    await trx.updateTable("watch_replies").set(values).where("id", "=", replyId).execute();
  }
  if (replies.length === 0) return;
  const { last } = await trx
    .selectFrom("watch_replies")
    .select((query) => query.fn.max<number | null>("number").as("last"))
    .where("watch", "=", id)
    .executeTakeFirstOrThrow();
  const rows = replies.map((fresh, index) => ({
    ...fresh,
    watch: id,
    number: (last ?? 0) + 1 + index,
    begun_at: null,
    message: null,
  }));
  await trx.insertInto("watch_replies").values(rows).execute();
}
