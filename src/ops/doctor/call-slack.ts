import { request } from "undici";
import { readLimited } from "../../lib/read-limited.ts";
import { faultNameOf, type FaultName } from "../../tencent/fault.ts";

/** What came of one call of Slack's Web API. */
export type SlackSaid =
  | {
      readonly kind: "ok";
      readonly fields: Readonly<Record<string, unknown>>;
      /** Of the token, where Slack names them. */
      readonly scopes: readonly string[] | undefined;
    }
  | { readonly kind: "refused"; readonly error: string }
  | { readonly kind: "fault"; readonly name: FaultName };

/** Bytes of an answer that are read at most. */
const bodyLimit = 1024 * 1024;

/** Calls once. Never throws. @param apiUrl ends in a slash */
export async function callSlack(
  apiUrl: string,
  method: string,
  token: string,
  timeoutMs: number,
): Promise<SlackSaid> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const { statusCode, headers, body } = await request(new URL(method, apiUrl), {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: "",
      signal,
    });
    const text = await readLimited(body, bodyLimit);
    if (text === undefined) return { kind: "fault", name: "too-large" };
    return readAnswer(statusCode, text, headers["x-oauth-scopes"]);
  } catch (error) {
    return { kind: "fault", name: signal.aborted ? "timed-out" : faultNameOf(error) };
  }
}

function readAnswer(status: number, text: string, scopes: unknown): SlackSaid {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return { kind: "refused", error: `HTTP ${status}` };
  }
  const fields: Readonly<Record<string, unknown>> =
    typeof said === "object" && said !== null ? { ...said } : {};
  if (fields["ok"] !== true) {
    const { error } = fields;
    const isWord = typeof error === "string" && /^[a-z_]{1,60}$/.test(error);
    return { kind: "refused", error: isWord ? error : `HTTP ${status}` };
  }
  return {
    kind: "ok",
    fields,
    scopes:
      typeof scopes === "string"
        ? scopes
            .split(",")
            .map((scope) => scope.trim())
            .filter((scope) => scope !== "")
        : undefined,
  };
}
