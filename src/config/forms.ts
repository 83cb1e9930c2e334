import { z } from "zod";

/** The forms that variables have. */

const loopback = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** https, or plain http to this machine alone. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && loopback.test(hostname));
}

/** Plain http is for a collector beside the bot: it is sent no secrets. */
export function isPlainUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && `${username}${password}${search}${hash}` === "";
}

/** `name=value`, its value written as in an address: OpenTelemetry's form. */
export function headerOf(pair: string): [name: string, value: string] {
  const at = pair.indexOf("=");
  const value = pair.slice(at + 1).trim();
  try {
    return [pair.slice(0, at).trim(), decodeURIComponent(value)];
  } catch {
    return [pair.slice(0, at).trim(), value];
  }
}

export function wholeNumber(from: number, to: number) {
  return z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .refine((value) => value >= from && value <= to);
}

export function json<T extends z.ZodType>(schema: T) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "not JSON" });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

export const pattern = z.string().transform((source, context) => {
  try {
    const groups = (new RegExp(`${source}|`).exec("")?.length ?? 1) - 1;
    if (groups >= 1) return new RegExp(source, "i");
  } catch {
    // Falls through to the issue: an expression that doesn't compile is told like one with no group.
  }
  context.addIssue({ code: "custom", message: "no expression with a group" });
  return z.NEVER;
});

/** Slack's IDs with commas between; none where the variable is left out. */
export function slackIds(form: RegExp) {
  return z
    .string()
    .transform((text) => text.split(",").map((id) => id.trim()))
    .pipe(z.array(z.string().regex(form)))
    .default([]);
}
