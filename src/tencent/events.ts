import type { Answer } from "./client.ts";
import type { Admission, Lane } from "./quota.ts";
import type { RetryRule } from "./retry.ts";

/** What the client tells those who observe it, when it has happened. Times are monotonic, in ms. */
export type TencentEvent =
  /** A question's turn in the line for a slot. */
  | {
      readonly kind: "turn";
      readonly lane: Lane;
      readonly admission: Admission["kind"];
      readonly from: number;
      readonly to: number;
    }
  /** A query was sent, and what came of it. */
  | {
      readonly kind: "query";
      readonly lane: Lane;
      readonly answer: Answer<unknown>;
      /** Which rule had it sent again; undefined for a question's first query. */
      readonly retry: RetryRule | undefined;
      readonly from: number;
      readonly to: number;
    };

/** Must neither throw nor take long. */
export type ObserveTencent = (event: TencentEvent) => void;
