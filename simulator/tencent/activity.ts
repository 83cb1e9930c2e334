import type { Fault } from "./weather.ts";

/** What passes between the bot and Tencent, as it happens; times by `performance.now()`, in ms. */
export type TencentActivity =
  | {
      readonly kind: "asked";
      /** One number for a query and what becomes of it. */
      readonly id: number;
      /** The last part of the URL's path, such as `get_room_info`. */
      readonly command: string;
      readonly roomId: string | undefined;
      readonly at: number;
    }
  | {
      readonly kind: "ended";
      readonly id: number;
      /** ErrorCode of the answer; undefined where none was handed over. */
      readonly code: number | undefined;
      /** The fault that the query met. */
      readonly fault: Fault["kind"] | undefined;
      readonly at: number;
    };
