import { z } from "zod";
import { integer, text, texts, truth } from "./fields.ts";

/**
 * The answer of get_room_info, with every field optional: another version may leave any out or
 * send another type, and then only that field is lost. Source: document 63404 and what was seen.
 */

export const roomInfoSchema = z.object({
  RoomId: text,
  RoomName: text,
  RoomType: text,
  Owner_Account: text,
  CreateTime: integer,
  IsSeatEnabled: truth,
  TakeSeatMode: text,
  MaxSeatCount: integer,
  MaxMemberCount: integer,
  IsMessageDisabled: truth,
  CoverURL: text,
  Category: texts,
  ActivityStatus: text,
  ViewCount: integer,
  IsPublicVisible: truth,
});

export type RoomInfo = z.infer<typeof roomInfoSchema>;

const responseSchema = z
  .object({ RoomInfo: z.union([roomInfoSchema, z.null()]).optional() })
  .nullable()
  .optional();

/**
 * `data` is undefined when the answer holds no room: with success, that means there is none.
 * Not ok when there is something in its place that is no RoomInfo.
 */
export function readRoomInfo(
  response: unknown,
): { ok: true; data: RoomInfo | undefined } | { ok: false } {
  // An empty text in place of the whole is how some answers leave it out.
  const parsed = responseSchema.safeParse(response === "" ? undefined : response);
  if (!parsed.success) return { ok: false };
  return { ok: true, data: parsed.data?.RoomInfo ?? undefined };
}
