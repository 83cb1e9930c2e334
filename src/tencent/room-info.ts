import { z } from "zod";

/**
 * The answer of get_room_info, with every field optional: another version may leave any out or
 * send another type, and then only that field is lost. Source: document 63404 and what was seen.
 */

/** An integer of any size, digit for digit. */
export type Integer = number | bigint;

const text = z
  .union([z.string(), z.number(), z.bigint()])
  .transform(String)
  .optional()
  .catch(undefined);

const integer = z
  .union([
    z.number().int(),
    z.bigint(),
    z
      .string()
      .regex(/^-?\d{1,40}$/)
      .transform((digits): Integer => {
        const value = Number(digits);
        return Number.isSafeInteger(value) ? value : BigInt(digits);
      }),
  ])
  .optional()
  .catch(undefined);

const truths: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["1", true],
  ["false", false],
  ["0", false],
]);

/** true, "true", 1 and "1", and their opposites: documents and answers disagree. */
const truth = z
  .union([z.boolean(), z.number(), z.string()])
  .transform((value) => truths.get(String(value).toLowerCase()))
  .optional()
  .catch(undefined);

const texts = z.array(text).optional().catch(undefined);

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
