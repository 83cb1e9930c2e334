import { z } from "zod";
import { parseExactJson } from "./exact-json.ts";
import { integer, text, word } from "./fields.ts";

/** What Tencent said, in the form that all commands share. Source: document 63398. */
export type Envelope =
  | { readonly kind: "ok"; readonly response: unknown; readonly requestId: string | undefined }
  | {
      readonly kind: "odd";
      /** It says neither that it went well nor what went wrong. */
      readonly info: string;
      readonly requestId: string | undefined;
    }
  | {
      readonly kind: "fail";
      readonly code: number;
      readonly info: string;
      readonly requestId: string | undefined;
    };

const wire = z.object({
  ActionStatus: word,
  ErrorCode: integer,
  ErrorInfo: text,
  RequestId: text,
  Response: z.unknown().optional(),
});

/** @returns undefined when the text is not an envelope */
export function readEnvelope(body: string): Envelope | undefined {
  let json: unknown;
  try {
    json = parseExactJson(body);
  } catch {
    // Not JSON, or nested deeper than any envelope: both are named "unreadable" by the caller.
    return undefined;
  }
  const parsed = wire.safeParse(json);
  if (!parsed.success) return undefined;
  const { ActionStatus, ErrorCode, ErrorInfo, RequestId, Response } = parsed.data;
  // None is longer than a number holds.
  const code = typeof ErrorCode === "number" ? ErrorCode : undefined;
  if (code !== undefined && code !== 0) {
    return { kind: "fail", code, info: ErrorInfo ?? "", requestId: RequestId };
  }
  // A success needs one of its two signs, and nothing that says otherwise.
  const isSuccess = ActionStatus === "OK" || (ActionStatus === undefined && code === 0);
  if (isSuccess) return { kind: "ok", response: Response, requestId: RequestId };
  const saysSomething = [ActionStatus, code, ErrorInfo, RequestId].some(
    (field) => field !== undefined,
  );
  return saysSomething ? { kind: "odd", info: ErrorInfo ?? "", requestId: RequestId } : undefined;
}
