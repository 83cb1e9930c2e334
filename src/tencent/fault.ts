/**
 * Why no answer of Tencent's could be read. `signal` faults are ours: the time allowed was used
 * up, too many were waiting, or this process is stopping.
 */
export type FaultName =
  | "timed-out"
  | "could-not-connect"
  | "connection-refused"
  | "connection-reset"
  | "name-not-found"
  | "tls-failed"
  | "http-status"
  | "unreadable"
  | "too-large"
  | "out-of-time"
  | "too-many-waiting"
  | "stopping";

export interface Fault {
  readonly name: FaultName;
  /** The HTTP status, for `http-status`. */
  readonly status?: number;
  /** How long the line is, in ms, for `too-many-waiting`. */
  readonly expectedWaitMs?: number;
}

const byErrorCode: Readonly<Record<string, FaultName>> = {
  UND_ERR_HEADERS_TIMEOUT: "timed-out",
  UND_ERR_BODY_TIMEOUT: "timed-out",
  UND_ERR_CONNECT_TIMEOUT: "could-not-connect",
  ETIMEDOUT: "could-not-connect",
  EHOSTUNREACH: "could-not-connect",
  ENETUNREACH: "could-not-connect",
  ECONNREFUSED: "connection-refused",
  ECONNRESET: "connection-reset",
  EPIPE: "connection-reset",
  UND_ERR_SOCKET: "connection-reset",
  ENOTFOUND: "name-not-found",
  EAI_AGAIN: "name-not-found",
  EPROTO: "tls-failed",
};

/** Faults after which the query can't have left this machine. */
const neverSent: ReadonlySet<FaultName> = new Set([
  "could-not-connect",
  "connection-refused",
  "name-not-found",
  "tls-failed",
]);

export function isNeverSent(name: FaultName): boolean {
  return neverSent.has(name);
}

/** Names what undici or the socket threw. What nobody foresaw counts as a lost connection. */
export function faultNameOf(error: unknown): FaultName {
  const code = errorCode(error);
  if (code === undefined) return "connection-reset";
  const known = byErrorCode[code];
  if (known !== undefined) return known;
  const isTls =
    code.startsWith("ERR_TLS") ||
    code.startsWith("ERR_SSL") ||
    /CERT|SELF_SIGNED|ISSUER/.test(code);
  return isTls ? "tls-failed" : "connection-reset";
}

function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? errorCode(error.cause) : undefined;
}
