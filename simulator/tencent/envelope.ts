import { randomBytes } from "node:crypto";

import type { Refusal } from "./codes.ts";
import { toJsonText } from "./json-text.ts";
import type { JsonObject } from "./json-text.ts";

export type Answer = { readonly response: JsonObject } | { readonly refusal: Refusal };

let answers = 0;

// The shape of the sample in document 63404: Id-, 32 hexadecimal digits, -O-Seq- and a number.
export function newRequestId(): string {
  answers += 1;
  return `Id-${randomBytes(16).toString("hex")}-O-Seq-${answers}`;
}

export function envelopeText(answer: Answer): string {
  if ("refusal" in answer) {
    return toJsonText({
      ActionStatus: "FAIL",
      ErrorCode: answer.refusal.code,
      ErrorInfo: answer.refusal.info,
      RequestId: newRequestId(),
    });
  }
  return toJsonText({
    ActionStatus: "OK",
    ErrorCode: 0,
    ErrorInfo: "",
    RequestId: newRequestId(),
    Response: answer.response,
  });
}
